using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Workspaces;

/// <param name="Version">The workspace version that is in force now; null when nothing was published because of an error.</param>
/// <param name="IsChanged">False when everything was published already, to the letter.</param>
/// <param name="Diagnostics">Errors and warnings, of the definitions and of the change of the tables.</param>
public sealed record PublishResult(long? Version, bool IsChanged, IReadOnlyList<Diagnostic> Diagnostics);

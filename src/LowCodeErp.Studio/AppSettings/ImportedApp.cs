using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>What a zip file holds.</summary>
/// <param name="Document">Null, with the reasons, when it cannot be used.</param>
/// <param name="Changes">What it changes of the app as it is.</param>
public sealed record ImportedApp(AppDocument? Document, IReadOnlyList<DesignChange> Changes, IReadOnlyList<Diagnostic> Diagnostics);

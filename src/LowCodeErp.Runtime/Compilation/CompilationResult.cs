using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Compilation;

/// <param name="Workspace">Null when there is an error.</param>
/// <param name="Diagnostics">Every error and warning, in the order of the files.</param>
public sealed record CompilationResult(WorkspaceModel? Workspace, IReadOnlyList<Diagnostic> Diagnostics);

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Compilation;

/// <param name="Workspace">Null when there is an error.</param>
/// <param name="Diagnostics">Every error and warning, in the order of the files.</param>
public sealed record CompilationResult(WorkspaceModel? Workspace, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Also where there are errors: all forms and lines, each with the fields that could be made. Nothing runs on them; whoever writes a
    /// formula of a form with mistakes is shown what its fields are.
    /// </summary>
    public required IReadOnlyList<FormModel> Forms { get; init; }
}

using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Scripting;

/// <param name="OutputJson">Null exactly when there are diagnostics; valid JSON otherwise.</param>
/// <param name="Log">What the script wrote with <c>log</c>, also before it failed; lost when it had to be killed.</param>
/// <param name="Diagnostics">Their path is the place in the script, <c>line:column</c>, where one is known.</param>
public sealed record ScriptResult(string? OutputJson, IReadOnlyList<string> Log, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static ScriptResult Failed(params IReadOnlyList<Diagnostic> diagnostics) => new(null, [], diagnostics);
}

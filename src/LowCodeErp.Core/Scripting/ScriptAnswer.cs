namespace LowCodeErp.Core.Scripting;

/// <summary>What a script worker answers. The engine believes none of it before it has looked.</summary>
/// <param name="Log">What the script wrote with <c>log</c>.</param>
/// <param name="Output">JSON; null when the script failed.</param>
public sealed record ScriptAnswer(IReadOnlyList<string> Log, string? Output = null, ScriptFailure? Failure = null);

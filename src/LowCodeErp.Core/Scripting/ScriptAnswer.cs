namespace LowCodeErp.Core.Scripting;

/// <summary>What a script worker answers. The engine believes none of it before it has looked.</summary>
/// <param name="Output">JSON; null when the script failed.</param>
/// <param name="Log">What the script wrote with <c>log</c>.</param>
public sealed record ScriptAnswer(string? Output, IReadOnlyList<string> Log, ScriptFailure? Failure = null);

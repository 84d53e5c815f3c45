using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Scripting;

/// <param name="Source">ECMAScript 5, the body of a function of <c>input</c>: what it returns is the result. At most 16 KB.</param>
/// <param name="InputJson">What <c>input</c> is.</param>
public sealed record ScriptRequest(string Source, string InputJson = "null")
{
    /// <summary>For everything from the call to the answer, waiting included; that of the settings when null.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Of the dates that the script takes apart and puts together.</summary>
    public TimeZoneInfo Zone { get; init; } = EvaluationContext.DefaultZone;
}

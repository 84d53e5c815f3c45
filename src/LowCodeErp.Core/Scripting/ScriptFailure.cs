namespace LowCodeErp.Core.Scripting;

public enum ScriptFailureKind
{
    /// <summary>The text is no program.</summary>
    Syntax,

    /// <summary>The script threw an error and did not catch it.</summary>
    Thrown,

    TimeLimit,
    StepLimit,
    RecursionLimit,
    MemoryLimit,

    /// <summary>A regular expression took too long.</summary>
    PatternLimit,

    /// <summary>A list, a text or the result is too long, or too deeply nested.</summary>
    SizeLimit,

    /// <summary>The interpreter gave up in a way that nobody foresaw.</summary>
    Broken,
}

/// <summary>Why a script gave no result.</summary>
/// <param name="Message">Of the script or its interpreter, in English.</param>
/// <param name="Line">From 1; 0 where no place is known.</param>
/// <param name="Column">From 1; 0 where no place is known.</param>
public sealed record ScriptFailure(ScriptFailureKind Kind, string Message, int Line, int Column);

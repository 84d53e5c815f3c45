namespace LowCodeErp.Formula.Cases;

public enum CaseVerdict
{
    Passed,
    Failed,

    /// <summary>It calls a function that the language does not have; counted apart, since that says nothing about the others.</summary>
    Unknown,

    /// <summary>It calls a function that works in memory only, and was refused by its name when it was to run on a database.</summary>
    MemoryOnly,
}

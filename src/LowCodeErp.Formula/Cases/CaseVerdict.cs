namespace LowCodeErp.Formula.Cases;

public enum CaseVerdict
{
    Passed,
    Failed,

    /// <summary>It calls a function that the language does not have; counted apart, since that says nothing about the others.</summary>
    Unknown,
}

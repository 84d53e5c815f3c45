namespace LowCodeErp.Formula.Compilation;

/// <summary>A primitive of single values that no database gets: it needs more of the run than its time zone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MemoryOnlyAttribute : Attribute;

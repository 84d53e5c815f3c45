namespace LowCodeErp.Data.Formulas;

/// <summary>What a database hands out for a formula, as memory has it.</summary>
internal static class FormulaValue
{
    public static object? Read(object? stored) => stored switch
    {
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        "" => null,
        _ => stored,
    };
}

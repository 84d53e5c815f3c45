namespace LowCodeErp.Formula.Functions;

public enum ParameterShape
{
    Value,

    /// <summary>Evaluated for each item of the first argument.</summary>
    Each,

    /// <summary>Takes this and all further arguments, single values and lists alike, as one list.</summary>
    Spread,
}

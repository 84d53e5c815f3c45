namespace LowCodeErp.Formula.Functions;

public enum ParameterShape
{
    Value,

    /// <summary>A text, or anything that has a fixed way of being written as one.</summary>
    Printable,

    /// <summary>Evaluated for each item of the first argument.</summary>
    Each,

    /// <summary>Takes this and all further arguments, single values and lists alike, as one list.</summary>
    Spread,
}

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>What <see cref="FormulaSql.Call"/> may name besides the functions of the database, whose names begin with <see cref="FunctionPrefix"/>.</summary>
internal static class SqlOperation
{
    public const string FunctionPrefix = "lc_";

    public const string Add = "+";

    public const string Subtract = "-";

    public const string Multiply = "*";

    public const string Negate = "negate";

    public const string Less = "<";

    public const string LessOrEqual = "<=";

    public const string Greater = ">";

    public const string GreaterOrEqual = ">=";

    public const string Equal = "=";

    public const string NotEqual = "<>";

    /// <summary>Whether a condition holds; it does not where it is blank.</summary>
    public const string Holds = "holds";

    /// <summary>A number in the one form that computed numbers have on the database.</summary>
    public const string Exact = "exact";

    /// <summary>A whole number as a number of formulas.</summary>
    public const string Number = "number";

    /// <summary>Something that sorts as the number does.</summary>
    public const string SortKey = "sort-key";

    /// <summary>A blank that the database knows the type of.</summary>
    public const string Blank = "blank";

    /// <summary>A computed number as the columns of numbers hold it.</summary>
    public const string Column = "column";

    public const string Sum = "sum";

    public const string Average = "average";

    public const string Count = "count";

    public const string Minimum = "minimum";

    public const string Maximum = "maximum";

    /// <summary>Texts of rows, in the order of the rows, with a separator.</summary>
    public const string JoinTexts = "join-texts";

    /// <summary>Of written values, blanks passed over, as are all that follow.</summary>
    public const string SumOf = "sum-of";

    /// <summary>The number of values, then the values.</summary>
    public const string AverageOf = "average-of";

    public const string Least = "least";

    public const string Greatest = "greatest";

    public const string ProductOf = "lc_product_of";

    public const string MedianOf = "lc_median_of";

    /// <summary>The position, then the values.</summary>
    public const string LargeOf = "lc_large_of";

    /// <summary>As one value that only functions of the database can read.</summary>
    public const string ListOf = "list-of";

    /// <summary>The same of the values of rows.</summary>
    public const string List = "list";

    /// <summary>The position, then the values.</summary>
    public const string SmallOf = "lc_small_of";
}

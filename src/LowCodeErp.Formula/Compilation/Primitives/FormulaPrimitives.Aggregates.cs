namespace LowCodeErp.Formula.Compilation;

/// <summary>Aggregates over lists. Blanks are passed over.</summary>
public static partial class FormulaPrimitives
{
    public static decimal? Sum(IReadOnlyList<decimal?> values) => SumOf(values).Total;

    public static decimal? Product(IReadOnlyList<decimal?> values)
    {
        var product = new ExactProduct();
        foreach (var number in Present(values))
        {
            product.Multiply(number);
        }

        return product.Total;
    }

    public static decimal? Average(IReadOnlyList<decimal?> values) => SumOf(values).Average;

    /// <param name="count">How many there are; a value may itself be the sum of several.</param>
    public static decimal? AverageOf(decimal count, IReadOnlyList<decimal?> values) => SumOf(values).Over((int)count);

    private static ExactSum SumOf(IReadOnlyList<decimal?> values)
    {
        var sum = new ExactSum();
        foreach (var value in values)
        {
            if (value is { } number)
            {
                sum.Add(number);
            }
        }

        return sum;
    }

    public static DateOnly? AverageDate(IReadOnlyList<DateOnly?> values)
    {
        var days = Present(values);
        return days.Count == 0 ? null : DateOnly.FromDayNumber((int)days.Average(day => (double)day.DayNumber));
    }

    public static T? Minimum<T>(IReadOnlyList<T?> values) where T : struct, IComparable<T>
        => Present(values) is { Count: > 0 } present ? present.Min() : null;

    public static T? Maximum<T>(IReadOnlyList<T?> values) where T : struct, IComparable<T>
        => Present(values) is { Count: > 0 } present ? present.Max() : null;

    public static decimal? Median(IReadOnlyList<decimal?> values)
    {
        var sorted = Present(values).Order().ToArray();
        return sorted.Length == 0 ? null : Average([sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]]);
    }

    /// <summary>Of a sample, divided by one less than their number.</summary>
    public static decimal? Variance(IReadOnlyList<decimal?> values)
    {
        var numbers = Present(values);
        if (numbers.Count < 2)
        {
            return null;
        }

        var mean = numbers.Sum() / numbers.Count;
        return numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1);
    }

    public static decimal Count<T>(IReadOnlyList<T> values) => values.Count(value => value is not null);

    public static decimal? Large(IReadOnlyList<decimal?> values, decimal position) => At(Present(values).OrderDescending().ToArray(), position);

    public static decimal? Small(IReadOnlyList<decimal?> values, decimal position) => At(Present(values).Order().ToArray(), position);

    private static decimal? At(decimal[] sorted, decimal position)
        => Whole(position) >= 1 && Whole(position) <= sorted.Length ? sorted[Whole(position) - 1] : null;

    public static decimal? Rank(decimal? number, IReadOnlyList<decimal?> values, bool ascending)
    {
        var present = Present(values);
        return number is not { } value || !present.Contains(value)
            ? null
            : present.Count(other => ascending ? other < value : other > value) + 1;
    }

    public static decimal CountIf<T>(IReadOnlyList<T> items, Func<T, bool?> condition) => items.Count(item => condition(item) == true);

    public static decimal? SumIf<T>(IReadOnlyList<T> items, Func<T, bool?> condition, Func<T, decimal?> value)
        => Sum(Map(Filter(items, condition), value));

    public static decimal? AverageIf<T>(IReadOnlyList<T> items, Func<T, bool?> condition, Func<T, decimal?> value)
        => Average(Map(Filter(items, condition), value));

    private static List<T> Present<T>(IReadOnlyList<T?> values) where T : struct
    {
        var present = new List<T>(values.Count);
        foreach (var value in values)
        {
            if (value is { } known)
            {
                present.Add(known);
            }
        }

        return present;
    }
}

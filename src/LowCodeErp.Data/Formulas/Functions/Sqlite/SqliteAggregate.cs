using LowCodeErp.Formula.Compilation;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>An aggregate over exact decimals; blanks are passed over.</summary>
internal abstract class SqliteAggregate
{
    public static IReadOnlyList<(string Name, Func<SqliteAggregate> Start)> All { get; } =
    [
        ("lc_sum", () => new Sum()),
        ("lc_average", () => new Average()),
        ("lc_product", () => new Product()),
        ("lc_minimum", () => new Minimum()),
        ("lc_maximum", () => new Maximum()),
        ("lc_median", () => new Median()),
    ];

    protected abstract decimal? Total { get; }

    protected abstract void Add(decimal number);

    /// <summary>Called for each row, with the aggregate of the group in <see cref="sqlite3_context.state"/> from its first row on.</summary>
    public static void Step(Func<SqliteAggregate> start, sqlite3_context context, sqlite3_value[] arguments)
    {
        var aggregate = (SqliteAggregate)(context.state ??= start());
        if (SqliteArgument.Number(arguments[0]) is { } number)
        {
            aggregate.Add(number);
        }
    }

    /// <summary>A group without rows never saw a step.</summary>
    public static void Finish(Func<SqliteAggregate> start, sqlite3_context context)
        => SqliteResult.Set(context, ((SqliteAggregate)(context.state ?? start())).Total);

    private sealed class Sum : SqliteAggregate
    {
        private readonly ExactSum _sum = new();

        protected override decimal? Total => _sum.Total;

        protected override void Add(decimal number) => _sum.Add(number);
    }

    private sealed class Average : SqliteAggregate
    {
        private readonly ExactSum _sum = new();

        protected override decimal? Total => _sum.Average;

        protected override void Add(decimal number) => _sum.Add(number);
    }

    private sealed class Product : SqliteAggregate
    {
        private readonly ExactProduct _product = new();

        protected override decimal? Total => _product.Total;

        protected override void Add(decimal number) => _product.Multiply(number);
    }

    private sealed class Minimum : SqliteAggregate
    {
        private decimal? _smallest;

        protected override decimal? Total => _smallest;

        protected override void Add(decimal number) => _smallest = Math.Min(_smallest ?? number, number);
    }

    private sealed class Maximum : SqliteAggregate
    {
        private decimal? _largest;

        protected override decimal? Total => _largest;

        protected override void Add(decimal number) => _largest = Math.Max(_largest ?? number, number);
    }

    private sealed class Median : SqliteAggregate
    {
        private readonly List<decimal?> _numbers = [];

        protected override decimal? Total => FormulaPrimitives.Median(_numbers);

        protected override void Add(decimal number) => _numbers.Add(number);
    }
}

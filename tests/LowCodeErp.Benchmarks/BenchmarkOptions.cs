using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Benchmarks;

/// <summary>How large, on which databases, and whether the table goes into the READMEs.</summary>
internal sealed record BenchmarkOptions(int Customers, bool Write, IReadOnlyList<DatabaseProvider> Databases, bool IsFormulasOnly)
{
    /// <summary>Every run makes the same orders.</summary>
    public const int Seed = 20261121;

    private const int OrdersPerCustomer = 10;

    public int Orders => Customers * OrdersPerCustomer;

    /// <exception cref="FormatException"><c>--customers</c> is no number.</exception>
    public static BenchmarkOptions Read(string[] args)
    {
        var customers = int.Parse(ValueOf(args, "--customers") ?? "100000", CultureInfo.InvariantCulture);
        var only = ValueOf(args, "--only");
        var databases = TestDatabase.Providers.Where(provider => only is null || provider.ToString().Equals(only, StringComparison.OrdinalIgnoreCase));
        return new(customers, args.Contains("--write"), [.. databases], only == "formulas");
    }

    private static string? ValueOf(string[] args, string option) => args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();
}

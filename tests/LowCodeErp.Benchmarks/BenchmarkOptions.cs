using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Benchmarks;

/// <summary>How large, on which databases, and whether the table goes into the READMEs.</summary>
internal sealed record BenchmarkOptions(int Customers, bool Write, IReadOnlyList<DatabaseTarget> Databases)
{
    /// <summary>Every run makes the same orders.</summary>
    public const int Seed = 20261121;

    private const int OrdersPerCustomer = 10;

    public int Orders => Customers * OrdersPerCustomer;

    public static BenchmarkOptions Read(string[] args)
    {
        var customers = int.Parse(ValueOf(args, "--customers") ?? "100000", CultureInfo.InvariantCulture);
        var file = Path.Combine(Directory.CreateTempSubdirectory("lowcode-benchmark-").FullName, "benchmark.db");
        var targets = new[] { file, ValueOf(args, "--postgresql") }.OfType<string>().Select(Parse);
        return new(customers, args.Contains("--write"), [.. targets]);
    }

    private static string? ValueOf(string[] args, string option) => args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();

    private static DatabaseTarget Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        return DatabaseTarget.Parse(text, "benchmark", diagnostics) ?? throw new ArgumentException(diagnostics.Items[0].ToString());
    }
}

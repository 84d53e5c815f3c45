using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Benchmarks;

/// <summary>Which, how large, on which databases, and whether the tables go into the READMEs.</summary>
internal sealed record BenchmarkOptions(int Customers, int Receivables, int Deals, bool Write, IReadOnlyList<DatabaseProvider> Databases, string? Subject)
{
    /// <summary>Every run makes the same orders.</summary>
    public const int Seed = 20261121;

    public const string Formulas = "formulas";

    public const string Filters = "filters";

    public const string Records = "records";

    public const string Rights = "rights";

    public const string Typing = "typing";

    public const string Designing = "designing";

    public const string Flows = "flows";

    private const int OrdersPerCustomer = 10;

    public int Orders => Customers * OrdersPerCustomer;

    public bool Includes(string subject) => Subject is null || Subject == subject;

    /// <exception cref="FormatException">A size is no number.</exception>
    public static BenchmarkOptions Read(string[] args)
    {
        var only = ValuesOf(args, "--only").ToArray();
        DatabaseProvider[] databases = [.. TestDatabase.Providers.Where(provider => only.Contains(provider.ToString(), StringComparer.OrdinalIgnoreCase))];
        return new(
            ReadNumber(args, "--customers", 100_000), ReadNumber(args, "--receivables", 1_000_000), ReadNumber(args, "--deals", 1_000_000), args.Contains("--write"),
            databases.Length > 0 ? databases : TestDatabase.Providers, only.FirstOrDefault(word => word is Formulas or Filters or Records or Rights or Typing or Designing or Flows));
    }

    private static int ReadNumber(string[] args, string option, int otherwise)
        => ValuesOf(args, option).FirstOrDefault() is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>An option may be given several times.</summary>
    private static IEnumerable<string> ValuesOf(string[] args, string option)
        => args.Zip(args.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second);
}

using System.Globalization;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Specifications.ReferenceData;

/// <summary>A real data set and the published answers to it, row by row.</summary>
public sealed record ReferenceSet(
    DateOnly AsOf, IReadOnlyList<OrderRow> Rows, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Answers)
{
    public static ReferenceSet Read(string name) => name switch
    {
        "superstore" => ReadSuperstore(),
        "cdnow" => ReadCdnow(),
        "northwind" => ReadNorthwind(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown set."),
    };

    private static ReferenceSet ReadSuperstore()
    {
        var orders = ReadCsv("cn/超市_订单.csv").ToDictionary(row => row["订单键"]);
        var rows = ReadCsv("cn/超市_订单明细.csv").Select(line => (Line: line, Order: orders[line["订单键"]])).Select(pair => new OrderRow(
            pair.Order["客户ID"], pair.Order["订单键"], DateOnly.Parse(pair.Order["订单日期"], CultureInfo.InvariantCulture), ToCents(pair.Line["销售额"])));
        return new(new(2018, 1, 1), [.. rows], ReadAnswers("cn/ref_超市_客户分级.csv"));
    }

    private static ReferenceSet ReadCdnow()
    {
        var lines = File.ReadLines(SharedData.PathOf("cdnow/CDNOW_master.txt")).Skip(1);
        var rows = lines.Select((line, number) => (Parts: line.Split(' ', StringSplitOptions.RemoveEmptyEntries), number)).Select(line => new OrderRow(
            line.Parts[0], $"{line.number}", DateOnly.ParseExact(line.Parts[1], "yyyyMMdd", CultureInfo.InvariantCulture), ToCents(line.Parts[3])));
        return new(new(1998, 7, 1), [.. rows], ReadAnswers("cdnow/ref_customers_master.csv"));
    }

    /// <summary>The lines are not read: what they add up to is what a formula has to find out.</summary>
    private static ReferenceSet ReadNorthwind() => new(new(1998, 5, 7), [], ReadAnswers("northwind/ref_customers.csv"));

    /// <summary>What a database would add up.</summary>
    public IReadOnlyList<OrderMetrics> Measure()
        => [.. Rows.GroupBy(row => row.Customer).Select((customer, index) => new OrderMetrics(
            index + 1, customer.Key, customer.Key, customer.Select(row => row.Order).Distinct().Count(),
            customer.Min(row => row.Date), customer.Max(row => row.Date), customer.Sum(row => row.Cents)))];

    private static long ToCents(string amount) => (long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadAnswers(string relativePath)
        => ReadCsv(relativePath).ToDictionary(row => row["customer_id"]);

    /// <summary>None of these files quotes a cell.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> ReadCsv(string relativePath)
    {
        var lines = File.ReadAllLines(SharedData.PathOf(relativePath));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}

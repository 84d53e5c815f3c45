using System.Text.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Inference;

/// <summary>Finds out what the columns of a sheet hold. Every row is looked at once; memory does not grow with the file.</summary>
public sealed class SheetInference(ExtensionCatalog<IFieldType> types)
{
    /// <summary>In which amounts may be, the usual one first.</summary>
    internal static readonly string[] Currencies = ["CNY", "USD", "EUR"];

    private static readonly (string Type, object? Settings)[] _tried =
    [
        ("number", new { decimals = 0 }), .. Currencies.Select(currency => ("money", (object?)new { currency, decimals = 0 })), ("percent", null),
        ("date", null), ("date-time", null), ("time", null), ("yes-no", null), ("phone", null), ("email", null), ("url", null), ("credit-code", null),
    ];

    private const int RowsPerReport = 1_000;

    /// <summary>The types that a column may be proposed to have, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["text", "multi-line", "number", "money", "percent", "date", "date-time", "time", "yes-no", "choice", "reference", "phone", "email", "url", "credit-code"];

    /// <param name="reader">Read to the end of the sheet.</param>
    /// <param name="progress">Told how many rows were read, now and then.</param>
    public IReadOnlyList<ColumnFinding> Read(
        SpreadsheetReader reader, int sheet, SheetHeader header, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(header);
        var columns = header.Names.Select(_ => new ColumnTally(NewTrials())).ToList();
        var rows = 0L;
        foreach (var row in reader.ReadRows(sheet).SkipWhile(row => row.Number <= header.RowNumber))
        {
            for (var column = 0; column < columns.Count; column++)
            {
                columns[column].Add(row[column], row.Number);
            }

            if (++rows % RowsPerReport == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(rows);
            }
        }

        return [.. columns.Select((column, index) => Find(index, header.Names[index], column))];
    }

    private List<TypeTrial> NewTrials()
        => [.. _tried.Select(tried => new TypeTrial(types.Find(tried.Type)!, tried.Settings is null ? null : JsonSerializer.SerializeToElement(tried.Settings)))];

    private ColumnFinding Find(int index, string name, ColumnTally tally)
    {
        var words = new HeaderWords(name);
        var verdict = new TypeVerdict(tally, words);
        var proposed = verdict.Decide();
        var texts = new InferenceTexts(tally, words);
        return new(index, name, proposed, verdict.Fits(), texts.Explain(types.Find(proposed.Type)!, proposed))
        {
            Values = tally.Values,
            Blanks = tally.Blanks,
            AllDiffer = tally.Distinct.AllDiffer,
            SaysCode = words.SayCode,
            SaysTitle = words.SayTitle,
            HoldsSerials = verdict.AreSerials,
            Texts = [.. tally.Distinct.Texts],
        };
    }
}

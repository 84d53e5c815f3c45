namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>
/// What a file may cost before it is refused. Memory does not grow with the number of rows, except for what the formats
/// themselves ask to be held: the shared strings of an .xlsx (<see cref="MaximumResidentBytes"/>), the strings of an .xls
/// (at most <see cref="MaximumBytes"/>) and an HTML page (<see cref="MaximumHtmlBytes"/>).
/// </summary>
public sealed record SpreadsheetLimits
{
    private const long Megabyte = 1024 * 1024;

    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>The size of the file itself.</summary>
    public long MaximumBytes { get; init; } = 200 * Megabyte;

    public int MaximumColumns { get; init; } = 1_000;

    /// <summary>All parts of a workbook together, unpacked.</summary>
    public long MaximumUncompressedBytes { get; init; } = 1024 * Megabyte;

    /// <summary>How many times larger a part over 10 MB may be than it is packed; real sheets reach some 60.</summary>
    public int MaximumCompressionRatio { get; init; } = 200;

    /// <summary>One part that must be held in memory while rows are read, such as the shared strings.</summary>
    public long MaximumResidentBytes { get; init; } = 128 * Megabyte;

    public long MaximumHtmlBytes { get; init; } = 16 * Megabyte;

    /// <summary>One row of a text file, or one cell of a workbook, in bytes.</summary>
    public int MaximumRowBytes { get; init; } = 4 * (int)Megabyte;
}

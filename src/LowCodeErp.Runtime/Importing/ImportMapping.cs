namespace LowCodeErp.Runtime.Importing;

/// <summary>Which column of a file goes into which field; a person makes it in the import dialog, a script writes it as JSON.</summary>
/// <example><c>{"columns": {"customer": "客户ID", "order-date": "订单日期"}, "createMissing": ["customer"]}</c></example>
public sealed record ImportMapping
{
    /// <summary>Name of the sheet; the first visible one when blank.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row with the names, as the spreadsheet program numbers it; found by its looks when blank.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>By field key: the name of the column. Fields that are not named are matched by key or label.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether only the named columns are read, and no others by their names.</summary>
    public bool OnlyNamed { get; init; }

    /// <summary>By key of a reference field: the field of its target that the texts are compared with; its code, then its title, when blank.</summary>
    public IReadOnlyDictionary<string, string> Match { get; init; } = new Dictionary<string, string>();

    /// <summary>Reference fields whose missing targets are created.</summary>
    public IReadOnlyList<string> CreateMissing { get; init; } = [];

    /// <summary>Date fields whose columns hold numbers of days as Excel counts them since 1900; other dates in them are read all the same.</summary>
    public IReadOnlyList<string> SerialDates { get; init; } = [];
}

using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>What to read from a form: from the records in use, or from its trash.</summary>
public sealed record RecordQuery(FormModel Form)
{
    /// <summary>Which fields; all stored ones when empty.</summary>
    public IReadOnlyList<FieldModel> Columns { get; init; } = [];

    /// <summary>The titles of references hold codes where their form has one, so that a file can be imported again.</summary>
    public bool ReferencesByCode { get; init; }

    /// <summary>What the records are read for; only those are found with which the actor may do it.</summary>
    public AccessOperation Operation { get; init; } = AccessOperation.View;

    public Condition? Where { get; init; }

    /// <summary>Words that the code, the title or a text column must contain, ignoring case; blank finds everything.</summary>
    public string? Search { get; init; }

    /// <summary>Newest first when empty. The id always decides between equals, so that pages neither repeat nor skip a record.</summary>
    public IReadOnlyList<SortOrder> Sort { get; init; } = [];

    /// <summary>Begins beside a place instead of after <see cref="Skip"/> rows; only for an order that <see cref="SeekMark.Suits"/>.</summary>
    public SeekMark? Seek { get; init; }

    /// <summary>Beyond so many records their number is estimated; null: it is counted however long that takes.</summary>
    public int? CountsUpTo { get; init; }

    /// <summary>What was chosen, as the address of a list writes it (<c>?q=张&amp;in.status=shipped</c>): conditions themselves cannot be told later. Blank where nothing was.</summary>
    public string Choices { get; init; } = "";

    /// <summary>What is looked for, for those who read later what somebody has read.</summary>
    public string Description => Choices.Length > 0 ? Choices : string.IsNullOrWhiteSpace(Search) ? "" : $"?q={Uri.EscapeDataString(Form.HasSensitiveFields ? Untold : Search.Trim())}";

    /// <summary>Stands for what somebody looked for in a sensitive field.</summary>
    public const string Untold = "…";

    public int Skip { get; init; }

    /// <summary>Null: all.</summary>
    public int? Take { get; init; }
}

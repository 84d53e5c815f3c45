namespace LowCodeErp.Runtime.Spreadsheets.Tables;

/// <summary>A table as it stands in a page, before merged cells are spread over their columns.</summary>
internal sealed class HtmlTable
{
    public string? Name { get; set; }

    /// <summary>A table that holds another arranges the page and has no data of its own.</summary>
    public bool IsLayout { get; set; }

    public List<List<HtmlCell>> Rows { get; } = [];
}

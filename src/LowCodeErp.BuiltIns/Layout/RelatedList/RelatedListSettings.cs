using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Layout.RelatedList;

public sealed record RelatedListSettings
{
    /// <summary>Null for the name of the form that is listed.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Key of the form that is listed.</summary>
    [FormKey]
    public string Form { get; init; } = "";

    /// <summary>Key of its field that refers to this form.</summary>
    [FieldKey(Of = nameof(Form), RefersHere = true)]
    public string Field { get; init; } = "";

    /// <summary>Keys of its fields; none for the columns of its own list.</summary>
    [FieldKey(Of = nameof(Form))]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How many are shown; a link leads to all of them.</summary>
    public int Rows { get; init; } = 10;
}

using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Views;

namespace LowCodeErp.Metadata.Forms;

/// <summary><c>forms/*.json</c>: a form as its author wrote it. It may be wrong; only the compiler tells.</summary>
public sealed record FormDefinition
{
    /// <summary>Key of the field type that a title has when nothing speaks for another.</summary>
    public const string UsualTitle = "text";

    /// <summary>Names the table too; unique in the workspace.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>Name of a Material symbol: <c>receipt_long</c>.</summary>
    public string? Icon { get; init; }

    /// <summary>Salaries, health, contracts: it is written down who reads its records (R114).</summary>
    public bool Sensitive { get; init; }

    /// <summary>The field that stands for a record wherever it is mentioned: in references, headings, messages.</summary>
    public required string Title { get; init; }

    /// <summary>The field that identifies a record to people and files (customer code, order number); it is unique.</summary>
    public string? Code { get; init; }

    /// <summary>The field of a member who is responsible for a record; blank: who created it. Rights of one's own records go by it.</summary>
    public string? Owner { get; init; }

    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>Conditions on several fields at once; they are asked whatever is blank.</summary>
    public IReadOnlyList<ValidationDefinition> Validations { get; init; } = [];

    /// <summary>Fields that no two records may have in common.</summary>
    public IReadOnlyList<UniqueDefinition> Unique { get; init; } = [];

    public ListDefinition? List { get; init; }

    /// <summary>The views of the list that everybody sees, in the order in which they are offered.</summary>
    public IReadOnlyList<ViewDefinition> Views { get; init; } = [];

    /// <summary>The record page from top to bottom; fields that stand nowhere in it follow at its end.</summary>
    public IReadOnlyList<LayoutItemDefinition> Layout { get; init; } = [];
}

using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Inference;

namespace LowCodeErp.Studio.Sheets;

/// <summary>What is to become of one column of a file: as it was found, and as a person corrected it.</summary>
public sealed class SheetColumn(ColumnFinding finding)
{
    private const string Reference = "reference";

    public ColumnFinding Finding { get; } = finding;

    public bool IsIncluded { get; set; } = finding.Values > 0;

    public string Label { get; set; } = finding.Name;

    public string Type { get; set; } = finding.Proposed.Type;

    public bool IsRequired { get; set; }

    public bool IsUnique { get; set; }

    /// <summary>Key of the form that a reference leads to.</summary>
    public string? Target { get; set; } = finding.Target;

    public bool IsReference => Type == Reference;

    /// <summary>Whether the type is the one that was found.</summary>
    public bool IsAsFound => Type == Finding.Proposed.Type;

    public TypeFit? Fit => Finding.Fit(Type);

    /// <param name="taken">Keys of the fields before it.</param>
    public FieldDefinition ToField(IEnumerable<string> taken) => new()
    {
        Key = KeyProposal.Propose(Label, taken, "field"),
        Type = Type,
        Label = new(Label.Trim().Length == 0 ? Finding.Name : Label.Trim()),
        Required = IsRequired,
        Unique = IsUnique,
        Settings = IsReference ? JsonSerializer.SerializeToElement(new { form = Target ?? "" }) : Fit?.Settings,
    };
}

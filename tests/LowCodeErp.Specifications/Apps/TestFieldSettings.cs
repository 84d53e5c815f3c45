using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Specifications.Apps;

public sealed record TestFieldSettings
{
    public int? Length { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    public int? Decimals { get; init; }

    public string Form { get; init; } = "";

    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];
}

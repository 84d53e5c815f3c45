using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Unit.Tests.Json;

internal enum SampleKind
{
    Plain,
    SubTable,
}

/// <summary>Has a member of every kind that metadata may hold.</summary>
internal sealed record SampleDefinition
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public SampleKind Kind { get; init; }

    public int SortOrder { get; init; }

    public long? Owner { get; init; }

    public decimal Weight { get; init; } = 1m;

    public int? PageSize { get; init; } = 20;

    public bool Active { get; init; } = true;

    public string? Formula { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<SampleField> Fields { get; init; } = [];

    public IReadOnlyDictionary<string, decimal> Rates { get; init; } = new Dictionary<string, decimal>();

    public SamplePaper Paper { get; init; } = new();
}

internal sealed record SampleField
{
    public required string Type { get; init; }

    public bool Required { get; init; }

    public JsonElement Settings { get; init; }

    public IReadOnlyList<SampleField> Fields { get; init; } = [];
}

internal sealed record SamplePaper
{
    public string Size { get; init; } = "A4";

    public IReadOnlyList<int> Margins { get; init; } = [10, 10];
}

internal sealed record SampleSettings
{
    public int Minimum { get; init; }

    public required string Unit { get; init; }
}

using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

internal enum EveryChoice
{
    First,
    SecondOne,
}

/// <summary>Has a member of every kind that a settings form edits, with and without a default.</summary>
internal sealed record EverySettings
{
    public bool Yes { get; init; } = true;

    public bool? Maybe { get; init; }

    public int Count { get; init; } = 3;

    public long? Large { get; init; }

    public decimal Share { get; init; } = 0.5m;

    [Percentage]
    public decimal? Percent { get; init; } = 0.25m;

    public string Pattern { get; init; } = "{0000}";

    public string? Note { get; init; }

    [Multiline]
    public string? Story { get; init; }

    [Condition(nameof(Form))]
    public string? Condition { get; init; }

    public DateOnly Day { get; init; } = new(2026, 1, 1);

    public DateTime? Moment { get; init; }

    public TimeOnly? Time { get; init; } = new(8, 0);

    public EveryChoice Choice { get; init; } = EveryChoice.SecondOne;

    public EveryChoice? OptionalChoice { get; init; }

    public IReadOnlyList<EveryChoice> Choices { get; init; } = [EveryChoice.First];

    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    [Multiline]
    public LocalizedText? Explanation { get; init; }

    public IReadOnlyList<string> Words { get; init; } = ["a"];

    [FormKey]
    public string Form { get; init; } = "";

    [FieldKey(ValueKind.Text, Of = nameof(Form))]
    public string? Field { get; init; }

    [FieldKey]
    public IReadOnlyList<string>? Fields { get; init; }

    [OnCanvas]
    public IReadOnlyList<FieldDefinition> Columns { get; init; } = [];

    public IReadOnlyList<EveryItem> Items { get; init; } = [new() { Name = "one" }];
}

/// <summary>An item of a list that has no key and no text in two languages.</summary>
internal sealed record EveryItem
{
    public required string Name { get; init; }

    public int? Weight { get; init; }

    public IReadOnlyList<EveryItem> Inner { get; init; } = [];
}

using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// A form of many fields of mixed types, a tenth of them computed and a tenth shown and required by conditions, with lines whose
/// amounts make a total, a tax and what is due.
/// </summary>
internal sealed record GeneratedForm(string Key, int Fields, int Lines)
{
    private const int Kinds = 10;

    /// <summary>As large as anybody should build one.</summary>
    public static GeneratedForm Wide { get; } = new("wide", 200, 100);

    /// <summary>Of the size that the budget for saving speaks of.</summary>
    public static GeneratedForm Usual { get; } = new("usual", 30, 0);

    /// <summary>As large, on a page of tabs with sections.</summary>
    public static GeneratedForm Arranged { get; } = new("arranged", 200, 0) { Tabs = 5 };

    /// <summary>None where the fields follow each other on one page.</summary>
    public int Tabs { get; init; }

    private int OwnFields => Lines > 0 ? Fields - 4 : Fields;

    public object ToDefinition() => new Dictionary<string, object?>
    {
        ["key"] = Key,
        ["label"] = Name(Key),
        ["title"] = "f0",
        ["fields"] = Enumerable.Range(0, OwnFields).Select(DefineField).Concat(Lines > 0 ? DefineLines() : []).ToList(),
        ["layout"] = Tabs == 0 ? Array.Empty<object>() : [new { type = "tabs", items = Enumerable.Range(0, OwnFields).Chunk(OwnFields / Tabs).Select(Arrange) }],
    };

    /// <summary>A record with something in every field.</summary>
    public RecordInput MakeRecord(int number)
    {
        var values = Enumerable.Range(0, OwnFields).Select(place => (Key: KeyOf(place), Value: MakeValue(place, number))).Where(entry => entry.Value is not null);
        return new()
        {
            Values = values.ToDictionary(entry => entry.Key, entry => InputValue.Of(entry.Value)),
            Lines = Lines == 0 ? new Dictionary<string, IReadOnlyList<RecordInput>>() : new() { ["line"] = [.. Enumerable.Range(0, Lines).Select(MakeLine)] },
        };
    }

    private static string KeyOf(int place) => string.Create(CultureInfo.InvariantCulture, $"f{place}");

    private static Dictionary<string, string> Name(string text) => new() { ["zh-CN"] = $"字段 {text}", ["en"] = $"Field {text}" };

    /// <summary>Those of places 1, 11, 21, … are numbers, on which the computed and conditional ones of their ten rest.</summary>
    private static Dictionary<string, object?> DefineField(int place)
    {
        var number = KeyOf((place / Kinds * Kinds) + 1);
        return (place % Kinds) switch
        {
            0 => Define(place, "text"),
            1 => Define(place, "number"),
            2 => Define(place, "money"),
            3 => Define(place, "date"),
            4 => Define(place, "choice", ("settings", new { options = new[] { new { key = "a", label = Name("A") }, new { key = "b", label = Name("B") } } })),
            5 => Define(place, "phone"),
            6 => Define(place, "yes-no"),
            7 => Define(place, "percent"),
            8 => Define(place, "number", ("formula", $"[{number}] * 2 + [{KeyOf(place - 6)}]")),
            _ => Define(place, "text", ("visibleWhen", $"[{number}] >= 0"), ("requiredWhen", $"[{number}] > 1000000")),
        };
    }

    private static object Arrange(int[] places, int tab) => new
    {
        type = "tab",
        settings = new { title = Name($"{tab}") },
        items = places.Chunk(Kinds).Select(section => new
        {
            type = "section",
            settings = new { title = Name(KeyOf(section[0])) },
            items = section.Select(place => new { type = "field", settings = new { field = KeyOf(place) } }),
        }),
    };

    private static Dictionary<string, object?> Define(int place, string type, params (string Name, object Value)[] more)
        => DefineField(KeyOf(place), type, more);

    private static Dictionary<string, object?> DefineField(string key, string type, params (string Name, object Value)[] more)
    {
        var field = new Dictionary<string, object?> { ["key"] = key, ["type"] = type, ["label"] = Name(key) };
        foreach (var (name, value) in more)
        {
            field[name] = value;
        }

        return field;
    }

    private static IEnumerable<Dictionary<string, object?>> DefineLines() =>
    [
        DefineField("total", "money", ("formula", "SUM([line.amount])")),
        DefineField("tax", "money", ("formula", "[total] * 0.13")),
        DefineField("due", "money", ("formula", "[total] + [tax]")),
        DefineField("line", "sub-table", ("settings", new
        {
            fields = new[]
            {
                DefineField("item", "text"), DefineField("price", "money"), DefineField("quantity", "number"),
                DefineField("discount", "percent"), DefineField("amount", "money", ("formula", "[price] * [quantity] * (1 - [discount])")), DefineField("note", "text"),
            },
        })),
    ];

    private static string? MakeValue(int place, int number) => (place % Kinds) switch
    {
        0 => $"样例 {number}",
        1 => "12",
        2 => "99.5",
        3 => "2026-03-01",
        4 => "a",
        5 => "13800138000",
        6 => "true",
        7 => "5%",
        8 => null,
        _ => "备注",
    };

    private static RecordInput MakeLine(int number) => new()
    {
        Values = new Dictionary<string, InputValue>
        {
            ["item"] = InputValue.Of($"货品 {number}"), ["price"] = InputValue.Of(1m), ["quantity"] = InputValue.Of(1m), ["discount"] = InputValue.Of(0m), ["note"] = InputValue.Of("无"),
        },
    };
}

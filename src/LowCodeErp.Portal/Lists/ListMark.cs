using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Lists;

/// <summary>The record at the edge of the page before, or after, as it stands in an address: its id and the value by which the list is ordered.</summary>
public sealed record ListMark(string Text, bool IsBackward)
{
    private const char Separator = '~';

    /// <summary>Longer texts make addresses that not every server between takes; such a page is counted off instead.</summary>
    private const int LongestValue = 200;

    /// <summary>Null where the order has no such places.</summary>
    public static ListMark? Of(IReadOnlyList<SortOrder> sort, RecordRow row, bool isBackward)
    {
        ArgumentNullException.ThrowIfNull(sort);
        ArgumentNullException.ThrowIfNull(row);
        if (!SeekMark.Suits(sort))
        {
            return null;
        }

        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        return (sort.Count == 0 ? null : row[sort[0].Field.Fields[0]].Content) switch
        {
            null => new(id, isBackward),
            string { Length: > LongestValue } => null,
            string text => new($"{id}{Separator}{text}", isBackward),
            DateTime time => new($"{id}{Separator}{time:o}", isBackward),
            DateOnly date => new($"{id}{Separator}{date:o}", isBackward),
            var value => new(string.Create(CultureInfo.InvariantCulture, $"{id}{Separator}{value}"), isBackward),
        };
    }

    /// <summary>Null when the list is ordered in another way by now.</summary>
    public SeekMark? Read(IReadOnlyList<SortOrder> sort)
    {
        ArgumentNullException.ThrowIfNull(sort);
        var parts = Text.Split(Separator, 2);
        if (!SeekMark.Suits(sort) || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var kind = sort.Count == 0 ? ValueKind.Text : sort[0].Field.Fields[0].Kind;
        var value = parts.Length == 1 ? Value.Blank(kind) : ReadValue(kind, parts[1]);
        return value is { } known && (known.IsBlank || sort.Count > 0) ? new(id, known, IsBackward) : null;
    }

    private static Value? ReadValue(ValueKind kind, string text) => kind switch
    {
        ValueKind.Text => Value.Of(text),
        ValueKind.Number or ValueKind.Time when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new(kind, number),
        ValueKind.Date when DateOnly.TryParseExact(text, "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Value.Of(date),
        ValueKind.DateTime when DateTime.TryParseExact(text, "o", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => new(kind, time),
        _ => null,
    };
}

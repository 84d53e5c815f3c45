using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>What one record hands in for a field of references or members: one item, or several for a list.</summary>
internal sealed class ReferenceInput
{
    private readonly IReadOnlyList<InputValue> _items;
    private readonly string? _whole;
    private readonly object? _stored;

    private ReferenceInput(PendingRecord record, IReadOnlyList<InputValue> items, string? whole, object? stored)
    {
        Record = record;
        _items = items;
        _whole = whole;
        _stored = stored;
    }

    public PendingRecord Record { get; }

    /// <summary>Everything that may have to be looked up.</summary>
    public IEnumerable<string> Texts => _items.Select(TextOf).Append(_whole).OfType<string>();

    /// <summary>Ids that are not stored yet: those that are were checked when they came, and a member may have left since.</summary>
    public IEnumerable<long> NewIds => _items.Select(IdOf).OfType<long>().Where(id => !IsStored(id));

    public static ReferenceInput Of(PendingRecord record, FieldModel field)
    {
        var input = record.Input.Values[field.Key];
        var items = field.IsList ? input.Items : [input];
        var whole = field.IsList && items.Count > 1 ? TextOf(input) : null;
        return new(record, items, whole, record.Stored?.Values[field.Ordinal]);
    }

    /// <summary>The items, or a text as a whole where that names a record: titles may have commas in them.</summary>
    public IReadOnlyList<InputValue> ItemsOf(IReadOnlyDictionary<string, long> found)
        => _whole is { } text && found.ContainsKey(text) ? [InputValue.Of(text)] : _items;

    public bool IsStored(long id) => _stored is ValueList<long?> ids ? ids.Contains(id) : _stored is long only && only == id;

    public static string? TextOf(InputValue item) => (item.Content as string)?.Trim() is { Length: > 0 } text ? text : null;

    public static long? IdOf(InputValue item)
        => item.Content is decimal number && decimal.IsInteger(number) && number is >= 1 and <= long.MaxValue ? (long)number : null;
}

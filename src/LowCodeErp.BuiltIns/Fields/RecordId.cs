using System.Globalization;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>The ids of records and members. The engine has turned names into ids before; a text that is left names nobody.</summary>
internal static class RecordId
{
    /// <summary>False when the input is neither blank nor an id; the value is blank then.</summary>
    public static bool TryRead(InputValue input, out Value value)
    {
        value = input.Content is decimal id && id > 0 && id <= long.MaxValue && decimal.IsInteger(id)
            ? Value.OfReference((long)id)
            : Value.Blank(ValueKind.Reference);
        return !value.IsBlank || input.IsBlank || (input.Content is string text && string.IsNullOrWhiteSpace(text));
    }

    /// <summary>Each id once, in their order.</summary>
    /// <param name="report">Told of every item that is no id.</param>
    public static Value ReadAll(InputValue input, Action<InputValue> report)
    {
        var ids = new List<long>();
        foreach (var item in input.Items)
        {
            if (!TryRead(item, out var read))
            {
                report(item);
            }
            else if (read.Content is long id && !ids.Contains(id))
            {
                ids.Add(id);
            }
        }

        return Value.OfIds(ids);
    }

    public static string Format(Value value) => value.Content switch
    {
        long id => id.ToString(CultureInfo.InvariantCulture),
        ValueList ids => ListText.Join(ids.Items.Select(id => Convert.ToString(id, CultureInfo.InvariantCulture)!)),
        _ => "",
    };
}

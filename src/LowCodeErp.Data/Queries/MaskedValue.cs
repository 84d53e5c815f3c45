using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>Where values become masks: behind it nobody has the value any more.</summary>
internal static class MaskedValue
{
    /// <summary>Of a value as it is selected; null for a blank.</summary>
    public static string? Read(object? selected, FieldModel field) => Of(StoredValue.Read(selected, field), field);

    /// <summary>Null for a blank.</summary>
    public static string? Of(object? value, FieldModel field) => value is null ? null : field.Type.Mask(new Value(field.Kind, value), field.Settings);
}

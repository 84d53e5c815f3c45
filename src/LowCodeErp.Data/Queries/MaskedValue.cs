using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>Where values become masks: behind it nobody has the value any more.</summary>
internal static class MaskedValue
{
    /// <summary>Null for a blank.</summary>
    public static string? Read(object? selected, FieldModel field)
        => selected is null ? null : field.Type.Mask(new Value(field.Kind, StoredValue.Read(selected, field)), field.Settings);
}

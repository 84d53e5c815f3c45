using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Forms;

/// <summary>One field of a history entry.</summary>
/// <param name="Field">Null when the form has no such field any more, or one of another kind; the values are texts then.</param>
public sealed record FieldChange(string Key, FieldModel? Field, Value Before, Value After)
{
    /// <summary>The values are masks, texts whatever the field holds.</summary>
    public bool IsMasked { get; init; }
}

using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>Follows from what a field is, not from its type, so that every type of field can be filtered.</summary>
public static class FilterKinds
{
    public static FilterKind Of(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field switch
        {
            // By what files are called: there are as many as records, and none twice.
            { FileRule: not null } => FilterKind.Text,
            { HoldsIds: true } => FilterKind.Reference,
            { IsReadable: false } => FilterKind.None,
            { IsSensitive: true } => FilterKind.Exact,
            _ when field.Type.GetOptions(field.Settings) is not null => FilterKind.Options,
            { IsList: true, ItemKind: ValueKind.Text } => FilterKind.Tags,
            { ItemKind: ValueKind.Text } => FilterKind.Text,
            { Kind: ValueKind.Number or ValueKind.Time } => FilterKind.Number,
            { Kind: ValueKind.Date or ValueKind.DateTime } => FilterKind.Date,
            _ => FilterKind.None,
        };
    }
}

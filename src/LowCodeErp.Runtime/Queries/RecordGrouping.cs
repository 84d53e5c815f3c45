using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>How records are put into groups.</summary>
/// <param name="By">A field that <see cref="Groups"/>.</param>
/// <param name="Summed">Fields that can be <see cref="Sums">summed</see>.</param>
/// <param name="Most">How many groups are read.</param>
public sealed record RecordGrouping(FieldModel By, IReadOnlyList<FieldModel> Summed, int Most)
{
    /// <summary>Longer texts are told apart in every record.</summary>
    private const int LongestText = 255;

    /// <summary>Whether it makes groups: one value that records share, stored or the tier of a record.</summary>
    public static bool Groups(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return (field.IsStored || field.Tier is not null) && field is { IsList: false, IsUnique: false, Whole: null } && field.Storage.Kind switch
        {
            StorageKind.Text => field.Storage.Length <= LongestText,
            StorageKind.Boolean or StorageKind.Date or StorageKind.Id => true,
            _ => false,
        };
    }

    public static bool Sums(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field is { IsStored: true, IsList: false, Kind: ValueKind.Number };
    }
}

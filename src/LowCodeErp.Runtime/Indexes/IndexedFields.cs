using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>Which fields an index can be made of.</summary>
public static class IndexedFields
{
    /// <summary>Databases limit the size of what stands in an index; longer texts are hardly compared as a whole.</summary>
    public const int LongestText = 255;

    public const int MostFields = 6;

    /// <returns>Why there can be none; null when there can.</returns>
    public static LocalizedText? FindObstacle(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field switch
        {
            { IsLive: true } => IndexTexts.IsLive(field),
            { IsStored: false } => IndexTexts.HasNoColumn(field),
            { IsList: true } => IndexTexts.IsList(field),
            { Storage: { Kind: StorageKind.Text, Length: not <= LongestText } } => IndexTexts.IsLong(field),
            _ => null,
        };
    }

    public static bool Suits(FieldModel field) => FindObstacle(field) is null;
}

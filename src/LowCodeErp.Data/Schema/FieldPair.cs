using System.Text.Json;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>A stored field whose values are there, in a column in force or kept, and go on.</summary>
/// <param name="Kept">The kept column that they come back from; null for a column of the form's table as it is.</param>
/// <param name="Memory">The kept columns back to the one in which the field was what it is going to be again, the latest first; none when it never was.</param>
internal sealed record FieldPair(FormPair Form, FieldModel Old, FieldModel New, KeptColumn? Kept, IReadOnlyList<KeptField> Memory)
{
    /// <summary>Whether two versions of a field hold the same values, whatever they are called and demand.</summary>
    public static bool IsSame(FieldModel one, FieldModel other)
        => one.Type.Key == other.Type.Key && one.Storage == other.Storage && one.ItemShape == other.ItemShape;

    public string ColumnBefore => Kept?.ColumnName ?? Old.Column;

    /// <summary>Whether the column could hold the new field's values without being made anew, as far as they fit.</summary>
    public bool IsSameStorage => Old.Storage.Kind == New.Storage.Kind && (!Old.HoldsIds || HasSameTarget);

    /// <summary>Whether the values are to be encrypted.</summary>
    public bool IsSealed => New.IsSensitive && !Old.IsSensitive;

    /// <summary>Whether the values are to be decrypted.</summary>
    public bool IsOpened => Old.IsSensitive && !New.IsSensitive;

    /// <summary>Whether the values would have to be decrypted to be converted, or encrypted afterwards: that takes two publications.</summary>
    public bool IsSensitiveAndChanged => IsEncrypted && (Old.Type.Key != New.Type.Key || (Old.IsSensitive != New.IsSensitive && Describe(Old) != Describe(New)));

    private bool IsEncrypted => Old.IsSensitive || New.IsSensitive;

    /// <summary>Whether the values have to be looked at before it is known what becomes of the column.</summary>
    public bool IsInQuestion => !New.IsComputed && !IsEncrypted && (Old.Type.Key != New.Type.Key || !IsSameStorage || IsNarrower || Memory.Count > 0);

    /// <summary>Whether the column stays, but what it may hold may have changed: options, the range of numbers.</summary>
    public bool DemandsOther => !IsEncrypted && !New.IsComputed && !Old.IsComputed && !IsInQuestion && Describe(Old) != Describe(New);

    private static string Describe(FieldModel field) => JsonSerializer.Serialize(field.Settings, field.Settings.GetType());

    private bool HasSameTarget => Old.ItemShape == New.ItemShape;

    private bool IsNarrower => New.Storage.Kind switch
    {
        StorageKind.Text or StorageKind.Texts => New.Storage.Length is { } length && (Old.Storage.Length is not { } before || length < before),
        StorageKind.Number => Model.ColumnTypes.ScaleOf(New.Storage) < Model.ColumnTypes.ScaleOf(Old.Storage) || WholeDigits(New.Storage) < WholeDigits(Old.Storage),
        _ => false,
    };

    private static int WholeDigits(StorageShape number) => Model.ColumnTypes.PrecisionOf(number) - Model.ColumnTypes.ScaleOf(number);
}

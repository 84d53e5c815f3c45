using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>Where the values of a conversion stand: their names change while tables are.</summary>
/// <param name="Title">The column that names records; null when there is none to read.</param>
internal sealed record ConversionPlace(FieldPair Pair, string Table, string Source, string? Title)
{
    public static ConversionPlace Before(FieldPair pair)
        => new(pair, pair.Form.TableBefore, pair.ColumnBefore, pair.Form.Old.Title is { IsStored: true } title ? title.Column : null);

    /// <param name="version">The version of the workspace that is being published.</param>
    public static ConversionPlace After(FieldPair pair, long version)
        => new(pair, pair.New.Form.Table, pair.Kept?.ColumnName ?? RemovedNames.For(pair.Old.Column, version), null);
}

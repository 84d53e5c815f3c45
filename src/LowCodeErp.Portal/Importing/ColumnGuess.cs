using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Portal.Importing;

/// <summary>
/// Finds the column that a field probably means where none bears its name: 客户ID for 客户编码 or 客户. Endings that say "by
/// which it is named" are taken off both; where two fields or no column are left, nothing is guessed.
/// </summary>
public static class ColumnGuess
{
    private static readonly string[] _endings = ["编码", "编号", "代码", "号码", "单号", "id", "no.", "no", "code", "number", "key", "键", "号"];

    /// <param name="taken">Columns that belong to a field already.</param>
    public static string? Find(FieldModel field, SheetHeader header, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(header);
        var stems = new[] { field.Label.Chinese, field.Label.English ?? "", field.Key.Replace('-', ' ') }.Select(StemOf).Where(stem => stem.Length > 0).ToHashSet();
        return header.Names.FirstOrDefault(name => !taken.Contains(name) && stems.Contains(StemOf(name)));
    }

    private static string StemOf(string name)
    {
        var folded = SheetHeader.Fold(name);
        var ending = Array.Find(_endings, ending => folded.Length > ending.Length && folded.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? folded : folded[..^ending.Length];
    }
}

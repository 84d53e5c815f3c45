using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

/// <summary>The sum of a column over the lines as they stand on the page; what cannot be read counts nothing.</summary>
internal static class LineTotal
{
    public static Value Of(FieldModel column, IEnumerable<RecordDraft> lines)
        => Value.Of(lines.Select(line => line.ValueOf(column)).Where(value => !value.IsBlank).Sum(value => value.AsNumber()));
}

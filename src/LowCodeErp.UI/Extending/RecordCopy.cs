using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>A new record made from a stored one. What tells records apart, and what the engine fills, is left for the new one.</summary>
public static class RecordCopy
{
    /// <param name="lines">By key of the sub-table; they are copied too.</param>
    public static RecordDraft Of(RecordRow row, IReadOnlyDictionary<string, IReadOnlyList<RecordRow>> lines)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(lines);
        var copy = RecordDraft.New(row.Form);
        Copy(row, copy);
        foreach (var subTable in row.Form.SubTables)
        {
            foreach (var line in lines.GetValueOrDefault(subTable.Key) ?? [])
            {
                Copy(line, copy.AddLine(subTable));
            }
        }

        return copy;
    }

    private static void Copy(RecordRow row, RecordDraft copy)
    {
        foreach (var field in row.Form.EnteredFields.Where(IsCopied))
        {
            copy.Set(field, InputValue.Of(row[field]), row.TitleOf(field));
            foreach (var (id, title) in field is { IsList: true, HoldsIds: true } ? row[field].AsItems().Cast<long>().Zip(row.TitlesOf(field)) : [])
            {
                copy.SetItemTitle(field, id, title);
            }
        }
    }

    private static bool IsCopied(FieldModel field) => !field.IsUnique && field.Numbering is null && field != field.Form.ParentReference;
}

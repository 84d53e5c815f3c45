using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>A new record made from a stored one. What tells records apart, and what the engine fills, is left for the new one.</summary>
public static class RecordCopy
{
    /// <param name="lines">By key of the sub-table; they are copied too.</param>
    /// <param name="files">Copies of the files, by the ids of those that the record and its lines hold. One that is missing could not be read.</param>
    public static RecordDraft Of(
        RecordRow row, IReadOnlyDictionary<string, IReadOnlyList<RecordRow>> lines, IReadOnlyDictionary<long, StoredFile> files)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(lines);
        var copy = RecordDraft.New(row.Form);
        Copy(row, copy, files);
        foreach (var subTable in row.Form.SubTables)
        {
            foreach (var line in lines.GetValueOrDefault(subTable.Key) ?? [])
            {
                Copy(line, copy.AddLine(subTable), files);
            }
        }

        return copy;
    }

    private static void Copy(RecordRow row, RecordDraft copy, IReadOnlyDictionary<long, StoredFile> files)
    {
        foreach (var field in row.Form.EnteredFields.Where(IsCopied))
        {
            if (field.FileRule is not null)
            {
                CopyFiles(row, field, copy, files);
                continue;
            }

            copy.Set(field, InputValue.Of(row[field]), row.TitleOf(field));
            foreach (var (id, title) in field is { IsList: true, HoldsIds: true } ? row[field].AsItems().Cast<long>().Zip(row.TitlesOf(field)) : [])
            {
                copy.SetItemTitle(field, id, title);
            }
        }
    }

    private static void CopyFiles(RecordRow row, FieldModel field, RecordDraft copy, IReadOnlyDictionary<long, StoredFile> files)
    {
        var copies = row[field].AsItems().Cast<long>().Select(files.GetValueOrDefault).OfType<StoredFile>().ToList();
        copy.Set(field, InputValue.Of(Value.OfIds(copies.Select(file => file.Id))));
        copies.ForEach(file => copy.SetItemTitle(field, file.Id, file.Name));
    }

    private static bool IsCopied(FieldModel field) => !field.IsUnique && field.Numbering is null && field != field.Form.ParentReference;
}

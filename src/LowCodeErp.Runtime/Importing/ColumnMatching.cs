using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Importing;

/// <summary>Finds the columns that bear the name of a field: its key or its label in either language, whatever width, case and blanks.</summary>
public static class ColumnMatching
{
    public static IEnumerable<ImportColumn> ByName(FormModel form, SheetHeader header)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(header);
        foreach (var field in form.ImportedFields)
        {
            var names = new[] { field.Label.Chinese, field.Label.English ?? "", field.Key };
            if (names.Where(name => name.Length > 0).Select(header.IndexOf).FirstOrDefault(found => found is not null) is { } index)
            {
                yield return new(field, index, header.Names[index]);
            }
        }
    }
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Departments;

/// <summary>
/// Departments from a spreadsheet with the columns 部门 (the whole path) and, if wanted, 编码; or department and code. Those that are there
/// already keep their place; a code is given to them where the file has one.
/// </summary>
public static class DepartmentFile
{
    /// <summary>The tree with all departments of the file or, with every reason and its row, null.</summary>
    public static DepartmentTree? Import(DepartmentTree tree, Stream stream, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var reader = SpreadsheetReader.Open(stream, name, SpreadsheetLimits.Default, diagnostics);
        if (reader?.ReadRows().FirstOrDefault() is not { } first)
        {
            return null;
        }

        var header = SheetHeader.Of(first);
        var (path, code) = (header.IndexOf("部门") ?? header.IndexOf("department"), header.IndexOf("编码") ?? header.IndexOf("code"));
        if (path is null)
        {
            diagnostics.Add(DepartmentDiagnostics.NoColumn(name));
            return null;
        }

        foreach (var row in reader.ReadRows().Skip(1))
        {
            var found = new DiagnosticBag();
            tree = AddPath(tree, TextOf(row, path), TextOf(row, code) is { Length: > 0 } given ? given : null, found) ?? tree;
            diagnostics.AddRange(found.Items.Concat(row.Errors).Select(problem => DepartmentDiagnostics.InRow(name, row.Number, problem)));
        }

        return diagnostics.HasErrors ? null : tree;
    }

    private static DepartmentTree? AddPath(DepartmentTree tree, string path, string? code, DiagnosticBag diagnostics)
    {
        Department? at = null;
        foreach (var name in path.Split(Department.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Find(tree, at, name) is null)
            {
                if (tree.Add(name, at, code: null, diagnostics) is not { } grown)
                {
                    return null;
                }

                tree = grown;
            }

            at = Find(tree, at, name);
        }

        return at is null || code is null || at.Code == code ? tree : tree.Rename(at, at.Name, code, diagnostics);
    }

    private static Department? Find(DepartmentTree tree, Department? above, string name)
        => tree.Below(above?.Id).FirstOrDefault(department => department.IsActive && string.Equals(department.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string TextOf(SheetRow row, int? column)
        => column is { } known ? Convert.ToString(row[known].Content, CultureInfo.InvariantCulture)?.Trim() ?? "" : "";
}

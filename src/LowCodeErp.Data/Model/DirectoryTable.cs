using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Model;

/// <summary>A table of the platform that records refer to: members, departments, files.</summary>
/// <param name="Title">The column with what people read.</param>
/// <param name="Names">The columns with what names a row, the best first; none for what nobody can name.</param>
internal sealed record DirectoryTable(string Name, string Title, params IReadOnlyList<string> Names)
{
    private static readonly DirectoryTable _members = new(MemberTable.Name, MemberTable.DisplayName, MemberTable.UserName, MemberTable.DisplayName);

    private static readonly DirectoryTable _departments = new(DepartmentTable.Name, DepartmentTable.Title, DepartmentTable.Code, DepartmentTable.Title);

    private static readonly DirectoryTable _files = new(FileTable.Name, FileTable.FileName);

    /// <summary>Null for a field that refers to none of them.</summary>
    public static DirectoryTable? Of(FieldModel field) => field.ItemShape switch
    {
        FieldShape.Member => _members,
        FieldShape.Department => _departments,
        FieldShape.File => _files,
        _ => null,
    };
}

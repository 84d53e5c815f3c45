using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Departments;

/// <summary>Everything that can be wrong with departments and with what names them.</summary>
public static class DepartmentDiagnostics
{
    public static Diagnostic Unknown(string path, string text)
        => Error("unknown", path, $"没有部门“{ShortText.Of(text)}”。请填写在用部门的名称、编码或完整路径，例如 总公司/销售部。", $"There is no department '{ShortText.Of(text)}'. Enter the name, the code or the whole path of one in use, such as Head office/Sales.");

    public static Diagnostic Ambiguous(string path, string text, IEnumerable<string> paths)
    {
        var all = paths.ToList();
        return Error("ambiguous", path, $"有 {all.Count} 个部门叫“{ShortText.Of(text)}”：{string.Join('、', all)}。请填写完整路径。", $"{all.Count} departments are called '{ShortText.Of(text)}': {string.Join(", ", all)}. Enter the whole path.");
    }

    public static Diagnostic Gone(string path)
        => Error("gone", path, "所选部门已停用。请另选一个。", "That department is closed. Choose another one.");

    public static Diagnostic NameInvalid(string name)
        => Error("name", "name", $"部门名称“{ShortText.Of(name)}”不能使用：应为 1 到 {Department.LongestName} 个字，首尾没有空格，不含“/”。", $"'{ShortText.Of(name)}' cannot be the name of a department: it has 1 to {Department.LongestName} characters, no blanks at its ends and no '/'.");

    public static Diagnostic CodeInvalid(string code)
        => Error("code", "code", $"部门编码“{ShortText.Of(code)}”不能使用：应为 1 到 {Department.LongestCode} 个字符，不含空格。", $"'{ShortText.Of(code)}' cannot be the code of a department: it has 1 to {Department.LongestCode} characters and no blanks.");

    public static Diagnostic NameTaken(string name)
        => Error("name-taken", "name", $"同一级已有部门“{ShortText.Of(name)}”。请换一个名称。", $"There is a department '{ShortText.Of(name)}' at this place already. Choose another name.");

    public static Diagnostic CodeTaken(string code, string owner)
        => Error("code-taken", "code", $"编码“{ShortText.Of(code)}”已用于部门“{owner}”。请换一个编码。", $"The code '{ShortText.Of(code)}' is that of the department '{owner}'. Choose another one.");

    public static Diagnostic Circle(string name, string parent)
        => Error("circle", "parent", $"不能把“{ShortText.Of(name)}”移到它自己的下级“{parent}”之下。请选择别的上级。", $"'{ShortText.Of(name)}' cannot be moved below '{parent}', which is below it. Choose another place.");

    public static Diagnostic HasOpenOnes(string name, IReadOnlyList<string> below)
        => Error("not-empty", "department", $"“{ShortText.Of(name)}”之下还有在用的部门：{string.Join('、', below)}。请先移走或停用它们。", $"There are departments in use below '{ShortText.Of(name)}': {string.Join(", ", below)}. Move or close them first.");

    public static Diagnostic TooDeep(string name, int limit)
        => Error("too-deep", "parent", $"部门最多 {limit} 级，“{ShortText.Of(name)}”放不下。请减少层级。", $"Departments have at most {limit} layers, and '{ShortText.Of(name)}' does not fit. Use fewer.");

    public static Diagnostic NoColumn(string file)
        => Error("no-column", file, "文件中没有“部门”（或“department”）这一列。请在第一行写上列名：部门、编码。", "The file has no column \"department\" (or \"部门\"). Name its columns in the first row: department, code.");

    public static Diagnostic NoFile(string path)
        => Error("no-file", "", $"找不到文件“{path}”。请核对路径。", $"There is no file \"{path}\". Check its path.");

    /// <summary>The same, told of a row of a file.</summary>
    public static Diagnostic InRow(string file, int row, Diagnostic found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found with { Path = FormattableString.Invariant($"{file}:{row}") };
    }

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("department." + code, Severity.Error, path, new(chinese, english));
}

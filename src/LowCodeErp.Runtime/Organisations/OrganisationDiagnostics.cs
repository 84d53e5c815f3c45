using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>Everything that can be wrong with who belongs where.</summary>
public static class OrganisationDiagnostics
{
    public static Diagnostic NotAllowed(string actor) => Error(
        "not-allowed", "",
        $"“{actor}”不是管理员，只能修改自己的休假与代理人。请联系管理员。",
        $"\"{actor}\" is not an administrator and can change nothing but absences of his own. Ask an administrator.");

    public static Diagnostic MemberInactive(string path, string name) => Error(
        "member-inactive", path,
        $"成员“{name}”已停用。请另选一位在用的成员。",
        $"The member \"{name}\" is not active. Choose an active one.");

    public static Diagnostic MemberUnknown(string path, string text) => Error(
        "member-unknown", path,
        $"没有登录名为“{ShortText.Of(text)}”的在用成员。请核对登录名，或先添加成员。",
        $"There is no active member with the user name \"{ShortText.Of(text)}\". Check the name, or add the member first.");

    public static Diagnostic PositionInvalid(string position) => Error(
        "position", "position",
        $"职位“{ShortText.Of(position)}”不能使用：最多 {Membership.LongestPosition} 个字，首尾没有空格。",
        $"\"{ShortText.Of(position)}\" cannot be a position: it has at most {Membership.LongestPosition} characters and no blanks at its ends.");

    public static Diagnostic Circle(IEnumerable<string> names)
    {
        var line = string.Join(" → ", names);
        return Error(
            "circle", "superior",
            $"汇报关系会形成循环：{line}。请为其中一人另选上级。",
            $"People would report to themselves: {line}. Choose another superior for one of them.");
    }

    public static Diagnostic AbsenceReversed(DateOnly from, DateOnly until) => Error(
        "absence-reversed", "until",
        $"最后一天 {Iso(until)} 早于第一天 {Iso(from)}。请修改日期。",
        $"The last day, {Iso(until)}, is before the first, {Iso(from)}. Change the days.");

    public static Diagnostic AbsenceOverlaps(DateOnly from, DateOnly until) => Error(
        "absence-overlaps", "from",
        $"与已登记的休假（{Iso(from)} 至 {Iso(until)}）重叠。请修改日期，或修改那一段。",
        $"The days overlap with those from {Iso(from)} to {Iso(until)}. Change the days here or there.");

    public static Diagnostic DateMissing() => Error(
        "absence-date", "from",
        "请填写第一天和最后一天。",
        "Enter the first and the last day.");

    public static Diagnostic OwnSubstitute() => Error(
        "own-substitute", "substitute",
        "不能由本人代理自己。请另选一位代理人，或留空。",
        "Nobody stands in for himself. Choose somebody else, or nobody.");

    public static Diagnostic NoteTooLong() => Error(
        "note-too-long", "note",
        $"备注太长，最多 {Absence.LongestNote} 个字。",
        $"The note is too long; {Absence.LongestNote} characters are the limit.");

    public static Diagnostic NoColumn(string file, string chinese, string english) => Error(
        "no-column", file,
        $"文件中没有“{chinese}”（或“{english}”）这一列。第一行应写列名：登录名、部门、角色、职位、主部门。",
        $"The file has no column \"{english}\" (or \"{chinese}\"). The first row names the columns: user name, department, role, position, main.");

    public static Diagnostic RoleUnreadable(string text) => Error(
        "role", "role",
        $"角色“{ShortText.Of(text)}”应为“成员”“副负责人”或“负责人”；留空为“成员”。",
        $"The role \"{ShortText.Of(text)}\" should be \"member\", \"deputy\" or \"head\"; blank means \"member\".");

    public static Diagnostic MainUnreadable(string text) => Error(
        "main", "main",
        $"“主部门”应为“是”或“否”，不能是“{ShortText.Of(text)}”。",
        $"The column \"main\" should hold \"yes\" or \"no\", not \"{ShortText.Of(text)}\".");

    public static Diagnostic MainTwice(string userName) => Error(
        "main-twice", "main",
        $"成员“{ShortText.Of(userName)}”有两个主部门。请只保留一个“是”。",
        $"The member \"{ShortText.Of(userName)}\" has two main departments. Keep one \"yes\" only.");

    public static Diagnostic Repeated(string userName) => Error(
        "repeated", "department",
        $"成员“{ShortText.Of(userName)}”在同一部门出现了两次。请只保留一行。",
        $"The member \"{ShortText.Of(userName)}\" stands twice in the same department. Keep one row only.");

    /// <summary>The same, told of a row of a file.</summary>
    public static Diagnostic InRow(string file, int row, Diagnostic found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found with { Path = FormattableString.Invariant($"{file}:{row}") };
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("organisation." + code, Severity.Error, path, new(chinese, english));
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Access;

/// <summary>Why a record cannot be shared, in words for whoever wanted to.</summary>
public static class ShareDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic RecordGone(LocalizedText form) => Error(
        "gone", "",
        $"表单“{form.Chinese}”的这条数据已被删除，无法共享。",
        $"This record of form \"{form.In(English)}\" has been deleted and cannot be shared.");

    public static Diagnostic UnknownMember() => Error(
        "member-unknown", "member",
        "请选择一个在用的成员。",
        "Choose an active member.");

    public static Diagnostic WithOneself() => Error(
        "with-oneself", "member",
        "不能共享给自己，请选择其他成员。",
        "You cannot share with yourself; choose somebody else.");

    public static Diagnostic EndsBeforeNow() => Error(
        "ended", "until",
        "截止日期不能早于今天。",
        "It cannot end before today.");

    public static Diagnostic NotSeenBy(string member, LocalizedText form) => Error(
        "not-seen", "member",
        $"共享后“{member}”仍看不到这条数据：他没有可以查看共享的“{form.Chinese}”的角色。请先让管理员给他分配这样的角色。",
        $"\"{member}\" would not see the record: none of his roles lets him view shared records of \"{form.In(English)}\". Ask an administrator to give him one that does.");

    public static Diagnostic NotEditedBy(string member, LocalizedText form) => Error(
        "not-edited", "member",
        $"“{member}”的角色不能修改共享的“{form.Chinese}”。请改为只共享查看，或让管理员给他分配可以修改的角色。",
        $"No role of \"{member}\" lets him edit shared records of \"{form.In(English)}\". Share to be viewed only, or ask an administrator to give him one that does.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("access.share." + code, Severity.Error, path, new(chinese, english));
}

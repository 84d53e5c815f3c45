using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>How instances begin, and whom and what a flow names.</summary>
internal static partial class FlowDefinitionDiagnostics
{
    public static Diagnostic SubmitTwice(string path) => Error(
        "start-submit-twice", path,
        "只能有一个“提交”发起方式；请留下一个，它们的条件可以用 OR 合并。",
        "There can be one start by submission; keep one, joining their conditions by OR.");

    public static Diagnostic StartMemberUnused(string path, string member, string trigger) => Error(
        "start-member-unused", path,
        $"“{member}”只用于“{trigger}”发起方式；请删除它，或改发起方式（on）。",
        $"\"{member}\" belongs to starts of kind \"{trigger}\" alone; remove it, or change \"on\".");

    public static Diagnostic ButtonUnnamed(string path) => Error(
        "start-button", path,
        "按钮发起要写标识（key）和按钮上的文字（label）。",
        "A start by a button needs a key, and the label that the button shows.");

    public static Diagnostic ButtonTwice(string path, string key) => Error(
        "start-button-twice", path,
        $"流程已有按钮“{key}”，请换一个标识。",
        $"The flow has a button \"{key}\" already; choose another key.");

    public static Diagnostic ScheduleMissing(string path) => Error(
        "start-schedule", path,
        "定时发起要写时间（schedule），例如 \"0 0 8 ? * MON\" 表示每周一 8 点。",
        "A scheduled start needs its \"schedule\", such as \"0 0 8 ? * MON\" for Mondays at 8.");

    public static Diagnostic ScheduleUnreadable(string path, string cron) => Error(
        "start-schedule-unreadable", path,
        $"看不懂定时“{cron}”；请按“秒 分 时 日 月 星期”写六项，例如 \"0 30 8 ? * MON-FRI\"，日和星期中不限的一项写 ?。",
        $"The schedule \"{cron}\" cannot be read; write \"seconds minutes hours day month weekday\", such as \"0 30 8 ? * MON-FRI\", with ? for day or weekday.");

    public static Diagnostic NoSubTable(string path, LocalizedText block, LocalizedText field) => Error(
        "no-sub-table", path,
        $"“{block.Chinese}”要对子表单的每一行计算，“{field.Chinese}”不是子表单；请换一个字段。",
        $"\"{block.In(English)}\" reckons with each line of a sub-table, which \"{field.In(English)}\" is not; choose another field.");

    public static Diagnostic NotSettable(string path, LocalizedText block, LocalizedText field) => Error(
        "field-computed", path,
        $"“{block.Chinese}”要写入“{field.Chinese}”，但它的值由系统得出，不能写入；请去掉它，或换一个字段。",
        $"\"{block.In(English)}\" sets \"{field.In(English)}\", whose value follows from others and cannot be set; leave it out, or choose another field.");

    public static Diagnostic UnknownRole(string path, LocalizedText block, string role) => Error(
        "role-unknown", path,
        $"“{block.Chinese}”用到的角色“{role}”不在本应用及其依赖的应用中；请检查标识（其他应用的写成“应用/角色”），或先添加角色。",
        $"\"{block.In(English)}\" names role \"{role}\", which is neither in this app nor in those that it needs; check the key (\"app/role\" for those of another), or add the role first.");
}

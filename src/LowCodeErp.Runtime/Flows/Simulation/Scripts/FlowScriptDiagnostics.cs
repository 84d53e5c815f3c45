using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>What can be wrong with a script; the path is that within it.</summary>
public static class FlowScriptDiagnostics
{
    public static Diagnostic UnknownVerb(string path, string verb, IEnumerable<string> known) => Error("verb-unknown", path,
        $"没有事件“{verb}”；可用的有：{string.Join("、", known)}。",
        $"There is no event \"{verb}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic UnknownMember(string path, string name) => Error("member-unknown", path,
        $"脚本的 members 里没有“{name}”；请补上，或去掉 members 让出现过的人都算成员。",
        $"The script's members do not include \"{name}\"; add him, or leave members out so that everybody named is one.");

    public static Diagnostic UnknownBlock(string path, string name) => Error("block-unknown", path,
        $"流程中没有标识或名称为“{name}”的节点，或者有多个同名节点；请写标识。",
        $"The flow has no block with the key or label \"{name}\", or several of that label; write the key.");

    public static Diagnostic UnknownBranch(string path, string name, IEnumerable<string> known) => Error("branch-unknown", path,
        $"这个节点没有分支“{name}”；可用的有：{string.Join("、", known)}。",
        $"The block has no branch \"{name}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic Missing(string path, string member) => Error("member-missing", path,
        $"这个事件要写明 {member}。",
        $"This event needs \"{member}\".");

    public static Diagnostic UnknownDepartment(string path, string name) => Error("department-unknown", path,
        $"前面没有部门“{name}”；上级部门要写在下级之前。",
        $"There is no department \"{name}\" before this one; a parent stands before its children.");

    public static Diagnostic UnknownForm(string path, string form) => Error("form-unknown", path,
        $"没有表单“{form}”；请用 --app 指明应用文件夹。",
        $"There is no form \"{form}\"; name the app's folder with --app.");

    public static Diagnostic NotAMoment(string path) => Error("not-a-moment", path,
        "这里应是日期时间，写成 \"2026-03-02 09:00\"。",
        "This should be a date and time, written \"2026-03-02 09:00\".");

    public static Diagnostic UnknownRecord(string path, string form, long id) => Error("record-unknown", path,
        $"脚本的 records 里，前面没有“{form}”的 id 为 {id} 的数据；请补上。",
        $"The script's records have no \"{form}\" with the id {id} before this; add it.");

    public static Diagnostic RecordRefused(string path, Diagnostic reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Error("record-refused", path,
            $"数据无法保存：{reason.Message.Chinese}",
            $"The record cannot be saved: {reason.Message.English ?? reason.Message.Chinese}");
    }

    private static Diagnostic Error(string code, string path, string chinese, string english) => new($"flow.script.{code}", Severity.Error, path, new(chinese, english));
}

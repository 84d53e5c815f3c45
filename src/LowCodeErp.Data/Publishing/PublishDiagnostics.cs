using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>Why a publication is refused, apart from mistakes in the definitions and tables that cannot be changed so.</summary>
public static class PublishDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <param name="problem">What the save pipeline said of the record's computed value.</param>
    public static Diagnostic NotComputed(FormModel form, long id, Diagnostic problem) => new("publish.not-computed", Severity.Error, $"{form.Key}.{problem.Path}", new(
        $"已有数据不符合要发布的定义：表单“{form.Label.Chinese}”的第 {id} 号数据：{problem.Message.Chinese}请修改公式、唯一约束、字段设置或这些数据。",
        $"The records that there are do not suit what is to be published: record {id} of \"{form.Label.In(English)}\": {problem.Message.In(English)} Change the formula, what is to be unique, the settings of the field, or these records."));

    public static Diagnostic MoreProblems(int count) => new("publish.more-problems", Severity.Error, "", new(
        $"还有 {count} 条数据有问题，没有列出。",
        $"There are {count} more problems with the records that there are."));

    public static Diagnostic NotAllowed(string actor) => new("publish.not-allowed", Severity.Error, "", new(
        $"“{actor}”不是管理员，也不是该应用的管理员，也没有设计其中表单的权限，不能发布。请联系管理员。",
        $"\"{actor}\" is neither an administrator nor one of this app, may design none of its forms and cannot publish. Ask an administrator."));

    public static Diagnostic ReachesOthers(LocalizedText app) => new("publish.reaches-others", Severity.Error, "", new(
        $"“{app.Chinese}”用到了您不管理的应用中的表单。应用管理员只能使用自己管理的应用；请去掉下列引用，或请管理员发布。",
        $"\"{app.In(English)}\" uses forms of apps that you do not administer. Who administers single apps may build upon those alone; take the following out, or ask an administrator to publish."));

    public static Diagnostic Stale(LocalizedText app, long version) => new(PublishResult.StaleCode, Severity.Error, "", new(
        $"“{app.Chinese}”在您修改期间已由他人发布为第 {version} 版，直接发布会覆盖那些修改。请先合并，再发布。",
        $"\"{app.In(English)}\" was published as version {version} by somebody else while you changed it; publishing now would undo their changes. Merge first, then publish."));

    public static Diagnostic NothingKept(string name) => new("publish.nothing-kept", Severity.Error, name, new(
        "没有保留这样的值；用 app kept 查看现有的。",
        "Nothing of this name is kept; see app kept."));

    public static Diagnostic KeptInUse(string form, string user) => new("publish.kept-in-use", Severity.Error, form, new(
        $"保留的“{user}”仍指向它的数据；请先清除那一项，或一起清除。",
        $"The kept \"{user}\" still refers to its records; purge that first, or both together."));

    internal static LocalizedText LabelOf(LocalizedText form, LocalizedText field)
        => new($"{form.Chinese}：{field.Chinese}", $"{form.In(English)}: {field.In(English)}");
}

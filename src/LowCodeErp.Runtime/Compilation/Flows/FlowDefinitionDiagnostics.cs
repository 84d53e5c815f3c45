using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can be wrong with a flow as it is drawn, in words for its author.</summary>
internal static partial class FlowDefinitionDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic Duplicate(string path, string key) => Error(
        "duplicate", path,
        $"流程“{key}”已经存在，请换一个标识。",
        $"There is a flow \"{key}\" already; choose another key.");

    public static Diagnostic UnknownForm(string path, string key) => Error(
        "form-unknown", path,
        $"表单“{key}”不在本应用及其依赖的应用中，请检查标识，或在应用的 needs 中写上它所属的应用。",
        $"Form \"{key}\" is neither in this app nor in those that it needs; check the key, or name its app among the needs.");

    public static Diagnostic FormOfLines(string path, LocalizedText form) => Error(
        "form-of-lines", path,
        $"“{form.Chinese}”是子表单，不能单独审批；请用它所属的表单。",
        $"\"{form.In(English)}\" is a sub-table and cannot go through a flow alone; use the form that it belongs to.");

    public static Diagnostic NothingDone(string path) => Error(
        "empty", path,
        "流程中没有任何节点；请至少加一个，例如审批。",
        "The flow has no blocks; add one at least, such as an approval.");

    public static Diagnostic UnknownBlock(string path, string key) => Error(
        "block-unknown", path,
        $"没有节点“{key}”；请检查标识，或在 blocks 中加上它。",
        $"There is no block \"{key}\"; check the key, or add it to \"blocks\".");

    public static Diagnostic BlockTwice(string path, string key) => Error(
        "block-twice", path,
        $"节点“{key}”已经在流程的另一处；一个节点只能有一个位置，请复制成新的节点。",
        $"Block \"{key}\" stands somewhere else in the flow already; a block has one place, so make a copy with a key of its own.");

    public static Diagnostic BlockInItself(string path, string key) => Error(
        "block-circle", path,
        $"节点“{key}”放在了它自己里面；请移到别处。要重复执行，请用循环或路由节点。",
        $"Block \"{key}\" stands within itself; move it. To repeat something, use a loop or a route.");

    public static Diagnostic BlockUnused(string path, string key) => Error(
        "block-unused", path,
        $"节点“{key}”不在流程的任何位置；请放进某个 sequence，或删除它。",
        $"Block \"{key}\" stands nowhere in the flow; put it into a sequence, or remove it.");

    public static Diagnostic TooDeep(string path, int most) => Error(
        "too-deep", path,
        $"分支嵌套超过 {most} 层；请拆成几个流程，或把条件合并。",
        $"Branches are nested more than {most} deep; use several flows, or join conditions.");

    public static Diagnostic TooLarge(string path, int most) => Error(
        "too-large", path,
        $"一个流程最多 {most} 个节点；请拆成几个流程。",
        $"A flow has at most {most} blocks; use several flows.");

    public static Diagnostic UnknownNode(string path, string type, IEnumerable<string> known) => Error(
        "node-unknown", path,
        $"没有节点类型“{type}”；可用的有：{string.Join("、", known)}。",
        $"There is no kind of block \"{type}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic RemindersOutOfRange(string path) => Error(
        "reminders", path,
        "催办的间隔不能小于 0 小时，次数上限至少为 1；不限次数请删除 most。",
        "Reminders need at least 0 hours between them and at most one or more; leave \"most\" out for any number.");

    public static Diagnostic NothingToReplay(string path, LocalizedText block) => Error(
        "replay-unused", path,
        $"“{block.Chinese}”没有外部效果，不需要说明退回后是否重复执行；请删除。",
        $"\"{block.In(English)}\" has no effects that could be repeated after a return; remove the member.");

    public static Diagnostic LeafWithBranches(string path, LocalizedText block) => Error(
        "leaf-branches", path,
        $"节点“{block.Chinese}”不能有分支；只有 exclusive、inclusive、parallel、loop 有。",
        $"Block \"{block.In(English)}\" cannot have branches; only exclusive, inclusive, parallel and loop have.");

    public static Diagnostic SettingsUnused(string path, LocalizedText block) => Error(
        "settings-unused", path,
        $"条件分支“{block.Chinese}”没有设置；条件写在各个分支的 when 里，请删除 settings。",
        $"The branching \"{block.In(English)}\" has no settings; conditions stand in the \"when\" of its branches. Remove \"settings\".");

    public static Diagnostic SingleBranch(string path, LocalizedText block) => Error(
        "branch-single", path,
        $"“{block.Chinese}”至少要有两个分支；只有一个时请去掉分支，把节点直接放进流程。",
        $"\"{block.In(English)}\" needs two branches at least; with one, put its blocks into the flow directly.");

    public static Diagnostic LoopBranches(string path, LocalizedText block) => Error(
        "loop-branches", path,
        $"循环“{block.Chinese}”只有一个分支，就是被重复的部分；请留下一个。",
        $"The loop \"{block.In(English)}\" has one branch, which is what it repeats; keep one.");

    public static Diagnostic DuplicateBranch(string path, string key) => Error(
        "branch-duplicate", path,
        $"同一个节点下已有分支“{key}”，请换一个标识。",
        $"The block has a branch \"{key}\" already; choose another key.");

    public static Diagnostic ConditionUnused(string path, LocalizedText block) => Error(
        "branch-condition-unused", path,
        $"“{block.Chinese}”的分支没有条件：并行的分支都会走，循环的条件写在 settings 的 until 里。请删除 when。",
        $"Branches of \"{block.In(English)}\" have no conditions: all parallel branches are taken, and a loop has its condition in \"until\" of its settings. Remove \"when\".");

    public static Diagnostic DefaultNotLast(string path, LocalizedText block) => Error(
        "branch-after-default", path,
        $"“{block.Chinese}”中没有条件的分支要放在最后：它后面的分支永远走不到。请移到最后，或给它写上条件。",
        $"In \"{block.In(English)}\" the branch without a condition stands last: those behind it are never taken. Move it to the end, or give it a condition.");

    public static Diagnostic DefaultMissing(string path, LocalizedText block, LocalizedText? gap) => Error(
        "default-missing", path,
        $"“{block.Chinese}”缺少默认分支{(gap is null ? "" : $"，例如 {gap.Chinese} 时无路可走")}；请在最后加一个没有条件（when）的分支。",
        $"\"{block.In(English)}\" has no default branch{(gap is null ? "" : $"; with {gap.In(English)} it would lead nowhere")}; add one without a condition (\"when\") at the end.");

    public static Diagnostic NoneMayHold(string path, LocalizedText block, LocalizedText gap) => Warning(
        "inclusive-gap", path,
        $"“{block.Chinese}”的条件可能一个都不成立（例如 {gap.Chinese}），那时流程会停在这里等管理员处理；请在最后加一个没有条件的分支。",
        $"None of the conditions of \"{block.In(English)}\" may hold (such as {gap.In(English)}), and the flow would stop there for an administrator; add a branch without a condition at the end.");

    public static Diagnostic NeverTaken(string path, LocalizedText block, LocalizedText branch) => Error(
        "branch-dead", path,
        $"“{block.Chinese}”的分支“{branch.Chinese}”永远走不到：它的条件不可能成立。请改条件，或删除分支。",
        $"Branch \"{branch.In(English)}\" of \"{block.In(English)}\" is never taken: its condition cannot hold. Change the condition, or remove the branch.");

    public static Diagnostic Shadowed(string path, LocalizedText block, LocalizedText branch) => Error(
        "branch-shadowed", path,
        $"“{block.Chinese}”的分支“{branch.Chinese}”永远走不到：符合它条件的数据都先走了前面的分支。请调整顺序，或改条件。",
        $"Branch \"{branch.In(English)}\" of \"{block.In(English)}\" is never taken: whatever meets its condition takes a branch before it. Change the order, or the condition.");

    public static Diagnostic DefaultDead(string path, LocalizedText block, LocalizedText branch) => Warning(
        "default-dead", path,
        $"“{block.Chinese}”的默认分支“{branch.Chinese}”永远走不到：前面的条件已包括所有情况。可以去掉最后一个条件，把它作为默认分支。",
        $"The default branch \"{branch.In(English)}\" of \"{block.In(English)}\" is never taken: the conditions before it cover everything. The last condition could be removed, making its branch the default.");

    public static Diagnostic Overlap(string path, LocalizedText block, LocalizedText first, LocalizedText second, LocalizedText region) => Warning(
        "branch-overlap", path,
        $"“{block.Chinese}”的分支“{first.Chinese}”和“{second.Chinese}”的条件有重叠（例如 {region.Chinese}）：这时走前面的“{first.Chinese}”。如果不是这个意思，请改条件。",
        $"The conditions of branches \"{first.In(English)}\" and \"{second.In(English)}\" of \"{block.In(English)}\" overlap (such as {region.In(English)}): the former is taken then. Change them if that is not meant.");

    public static Diagnostic CountWithoutJoin(string path, LocalizedText block) => Error(
        "join-count-unused", path,
        $"并行“{block.Chinese}”写了 count，但 join 不是 count；请改其中一个。",
        $"The parallel block \"{block.In(English)}\" has a count, but does not join by count; change one of the two.");

    public static Diagnostic CountOutOfRange(string path, LocalizedText block, int branches) => Error(
        "join-count", path,
        $"并行“{block.Chinese}”的 count 要写明几个分支完成就继续，从 1 到 {branches}。",
        $"The parallel block \"{block.In(English)}\" has to say with \"count\" how many branches are enough, from 1 to {branches}.");

    public static Diagnostic MaximumOutOfRange(string path, LocalizedText block, int most) => Error(
        "loop-maximum", path,
        $"“{block.Chinese}”最多重复的次数要在 1 到 {most} 之间。",
        $"\"{block.In(English)}\" repeats from 1 to {most} times at most.");

    /// <summary>A mistake in a formula, told with the block that has it.</summary>
    public static Diagnostic InFormula(LocalizedText owner, FormulaDiagnostic mistake, string path) => LogicDiagnostics.In(owner, mistake, path);

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Error, path, new(chinese, english));

    private static Diagnostic Warning(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Warning, path, new(chinese, english));
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can go wrong with a flow whose parts are all right.</summary>
internal static partial class FlowDefinitionDiagnostics
{
    public static Diagnostic NeverReached(string path, LocalizedText block, LocalizedText before) => Error(
        "block-dead", path,
        $"节点“{block.Chinese}”永远走不到：它前面的“{before.Chinese}”不会再往下走。请移到前面，或删除。",
        $"Block \"{block.In(English)}\" is never reached: \"{before.In(English)}\" before it goes nowhere further. Move it before that one, or remove it.");

    public static Diagnostic TargetOutOfReach(string path, LocalizedText block, string target) => Error(
        "route-target", path,
        $"“{block.Chinese}”不能跳到“{target}”：只能跳到它所在的分支，或外层分支和主干上的其他节点。",
        $"\"{block.In(English)}\" cannot go to \"{target}\": only to another block of its own branch, or of those around it and the trunk.");

    public static Diagnostic Endless(string path, LocalizedText block) => Error(
        "endless", path,
        $"“{block.Chinese}”会不停地重复：其中没有等待（人、时间、事件），也没有改动数据的节点，结果永远一样。请加入会等待的节点，或去掉重复。",
        $"\"{block.In(English)}\" repeats endlessly: nothing in it waits (for people, time or events) or changes any data, so that nothing can come out differently. Add something that waits, or do not repeat.");

    public static Diagnostic NeverRests(string path, LocalizedText block) => Warning(
        "never-rests", path,
        $"“{block.Chinese}”重复时没有任何等待，会一口气执行到结束条件成立或达到最多次数。请确认这是有意的。",
        $"\"{block.In(English)}\" repeats without waiting for anything, in one go until its condition holds or its maximum is reached. Make sure that it is meant.");

    public static Diagnostic NobodyAsked(string path) => Warning(
        "nobody-asked", path,
        "这个流程由人提交，但从头到尾没有任何人处理的节点：提交后会直接结束。请加入审批或办理，或改为其他发起方式。",
        "Members submit to this flow, but nobody acts anywhere in it: it ends as soon as it is submitted. Add an approval or a handle step, or let it start otherwise.");

    public static Diagnostic SetsItselfGoing(string path, IReadOnlyList<LocalizedText> circle) => Warning(
        "sets-itself-going", path,
        circle.Count == 1
            ? "这个流程新建或修改的数据又会发起它自己，中间没有任何等待，可能停不下来。请给发起加上条件，或限定 fields。"
            : $"流程会互相发起，中间没有任何等待，可能停不下来：{string.Join(" → ", circle.Append(circle[0]).Select(flow => flow.Chinese))}。请给发起加上条件，或限定 fields。",
        circle.Count == 1
            ? "What this flow creates or changes sets itself going again, without waiting for anything, and may never stop. Give the start a condition, or name its fields."
            : $"Flows set each other going without waiting for anything, and may never stop: {string.Join(" → ", circle.Append(circle[0]).Select(flow => flow.In(English)))}. Give the start a condition, or name its fields.");
}

using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What the parts of a flow are called that nobody gave a name, and where its formulas stand.</summary>
internal static class FlowWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static IReadOnlyDictionary<string, LocalizedText> Branchings { get; } = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        [FlowBlockDefinition.Exclusive] = new("条件分支", "Condition"), [FlowBlockDefinition.Inclusive] = new("包容分支", "Inclusive branches"),
        [FlowBlockDefinition.Parallel] = new("并行", "Parallel"), [FlowBlockDefinition.Loop] = new("循环", "Loop"),
    };

    /// <summary>Null for what is no branching.</summary>
    public static LocalizedText? OfBranching(string type) => Branchings.GetValueOrDefault(type);

    public static LocalizedText ConditionOf(LocalizedText block, LocalizedText branch)
        => new($"“{block.Chinese}”的分支“{branch.Chinese}”的条件", $"Condition of branch \"{branch.In(English)}\" of \"{block.In(English)}\"");

    public static LocalizedText UntilOf(LocalizedText loop) => new($"循环“{loop.Chinese}”的结束条件", $"End condition of the loop \"{loop.In(English)}\"");

    /// <param name="setting">As it is called on the screen.</param>
    public static LocalizedText SettingOf(LocalizedText block, LocalizedText setting)
        => new($"节点“{block.Chinese}”的“{setting.Chinese}”", $"\"{setting.In(English)}\" of block \"{block.In(English)}\"");

    public static LocalizedText TitleOf(LocalizedText flow) => new($"流程“{flow.Chinese}”的标题", $"Title of flow \"{flow.In(English)}\"");

    public static LocalizedText StartOf(LocalizedText flow) => new($"流程“{flow.Chinese}”的发起条件", $"Start condition of flow \"{flow.In(English)}\"");
}

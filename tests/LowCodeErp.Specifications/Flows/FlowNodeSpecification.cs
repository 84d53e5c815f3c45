using System.Text.Json;
using System.Text.Json.Serialization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Specifications.Settings;
using Xunit;

namespace LowCodeErp.Specifications.Flows;

/// <summary>What every step of flows promises to the engine. The test class of a node derives from this and adds its own cases.</summary>
public abstract class FlowNodeSpecification<TNode> where TNode : class, IFlowNode, new()
{
    private const string Path = "settings";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    protected IFlowNode Node { get; } = new TNode();

    /// <summary>The key that metadata in the field already uses; it must never change.</summary>
    protected abstract string ExpectedKey { get; }

    protected abstract IReadOnlyList<NodeSample> Samples { get; }

    protected abstract IReadOnlyList<NodeMistake> Mistakes { get; }

    /// <summary>Any condition; what it comes to is the shell's business.</summary>
    protected static CompiledFormula Condition { get; } = FormulaCompiler.Compile("1 = 1", new NoFields());

    [Fact]
    public void Key_OfTheNode_IsThePermanentOne()
    {
        Assert.Equal(ExpectedKey, Node.Key);
        Assert.True(Key.IsValid(Node.Key));
    }

    [Fact]
    public void Settings_WrittenAndRead_StayTheSame()
    {
        foreach (var settings in Samples.Select(sample => sample.Settings).Append(Activator.CreateInstance(Node.SettingsType)!))
        {
            var written = JsonSerializer.Serialize(settings, Node.SettingsType, Json);
            Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, Node.SettingsType, Json), Node.SettingsType, Json));
        }
    }

    [Fact]
    public void Settings_OfTheSamples_AreAllowed() => Assert.All(Samples, sample => Assert.Empty(Check(sample.Settings)));

    [Fact]
    public void Settings_ThatMakeNoSense_AreToldWithTheirPlace()
        => Assert.All(Mistakes, mistake => Assert.Contains(Check(mistake.Settings), found => found.Severity == Severity.Error && found.Path == (mistake.Path.Length == 0 ? Path : $"{Path}.{mistake.Path}")));

    [Fact]
    public void Outcomes_AreThereAndDifferent()
        => Assert.All(Samples, sample =>
        {
            var outcomes = Node.GetOutcomes(sample.Settings);
            Assert.NotEmpty(outcomes);
            Assert.Equal(outcomes.Distinct(), outcomes);
            Assert.Equal(outcomes, Node.GetOutcomes(sample.Settings));
        });

    [Fact]
    public void Enter_DoesWhatTheSamplesSay_AndTheSameEachTime()
        => Assert.All(Samples, sample =>
        {
            var context = Enter(sample);
            var step = Node.Enter(context);
            Assert.IsType(sample.Enters, step);
            Assert.IsType(sample.Enters, Node.Enter(context));
            Assert.True(step is not (NodeStep.Staff or NodeStep.WaitFor) || Node.CanWait(sample.Settings), "A node that stands still says that it can.");
            Assert.True(step is not NodeStep.Staff || Node.AsksPeople, "A node that asks people says so.");
            Assert.True(step is not (NodeStep.Finish or NodeStep.Route) || Node.EndsWay(sample.Settings), "What stands behind it is never reached.");
            Assert.True(step is not NodeStep.Ask { Question: FlowQuestion.CreateRecord or FlowQuestion.UpdateRecords } || Node.HasEffects, "A node that writes says so.");
        });

    [Theory]
    [InlineData("Name")]
    [InlineData("Description")]
    public void Texts_OfTheExtension_ExistInBothLanguages(string name) => ExtensionTextCases.AssertInBothLanguages(typeof(TNode), name);

    [Fact]
    public void Texts_OfTheFolder_HaveTheSameNamesInBothLanguages() => ExtensionTextCases.AssertSameNames(typeof(TNode));

    [Fact]
    public void Settings_OfTheNode_HaveTexts()
    {
        var names = Node.SettingsType.GetProperties().Where(property => property.SetMethod is not null).Select(property => $"Setting.{property.Name}");
        Assert.All(names, name => ExtensionTextCases.AssertInBothLanguages(typeof(TNode), name));
    }

    /// <summary>The node in a flow of its own, entered for the first time.</summary>
    protected NodeContext Enter(NodeSample sample, int activation = 1)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var leaf = new FlowBlock.Leaf { Key = "step", Label = new("步骤", "Step"), Node = Node, Settings = sample.Settings, Formulas = sample.Formulas };
        var facts = new FlowFacts(
            new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), new Organisation("", DepartmentTree.Empty, [], [], [], []), new WorkingCalendar(1, [DayOfWeek.Saturday, DayOfWeek.Sunday], []), TimeZoneInfo.Utc);
        return new(leaf, facts, activation);
    }

    private IReadOnlyList<Diagnostic> Check(object settings)
    {
        var found = new DiagnosticBag();
        Node.CheckSettings(settings, Path, found);
        return found.Items;
    }

    private sealed class NoFields : IFormulaSchema
    {
        public string Key => "none";

        public LocalizedText Label => new("无", "none");

        public long Version => 1;

        public IReadOnlyList<FormulaField> Fields => [];
    }
}

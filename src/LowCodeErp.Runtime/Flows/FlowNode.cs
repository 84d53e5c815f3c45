using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Base of every step of flows: one folder with this class, its settings record and texts.</summary>
/// <example><c>BuiltIns/FlowNodes/Delay/DelayNode.cs</c> has key <c>delay</c>; a flow uses it with
/// <c>"cool-down": {"type": "delay", "settings": {"hours": 24}}</c>.</example>
public abstract class FlowNode<TSettings> : IFlowNode where TSettings : class, new()
{
    public const string Done = "done";

    public abstract string Key { get; }

    public Type SettingsType => typeof(TSettings);

    public virtual bool AsksPeople => false;

    public virtual bool HasEffects => false;

    public virtual bool CanWait(TSettings settings) => false;

    public virtual IReadOnlyList<string> GetOutcomes(TSettings settings) => [Done];

    public virtual bool EndsWay(TSettings settings) => false;

    public virtual FlowRecordChange? ChangeOf(TSettings settings) => null;

    public virtual void CheckSettings(TSettings settings, string path, DiagnosticBag diagnostics)
    {
    }

    public abstract NodeStep Enter(NodeContext context, TSettings settings);

    /// <summary>Something came that the node asked or waited for.</summary>
    public virtual NodeStep Proceed(NodeContext context, TSettings settings, NodeEvent happened) => new NodeStep.Leave(Done);

    bool IFlowNode.CanWait(object settings) => CanWait((TSettings)settings);

    IReadOnlyList<string> IFlowNode.GetOutcomes(object settings) => GetOutcomes((TSettings)settings);

    bool IFlowNode.EndsWay(object settings) => EndsWay((TSettings)settings);

    FlowRecordChange? IFlowNode.ChangeOf(object settings) => ChangeOf((TSettings)settings);

    void IFlowNode.CheckSettings(object settings, string path, DiagnosticBag diagnostics) => CheckSettings((TSettings)settings, path, diagnostics);

    NodeStep IFlowNode.Enter(NodeContext context) => Enter(context, (TSettings)context.Block.Settings);

    NodeStep IFlowNode.Proceed(NodeContext context, NodeEvent happened) => Proceed(context, (TSettings)context.Block.Settings, happened);
}

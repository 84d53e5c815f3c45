using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>Whether the settings of a step that asks people make sense.</summary>
public static class TaskCheck
{
    private const decimal Most = 1_000_000;

    private const int DeepestAdding = 10;

    private const decimal LeastHours = 0.001m;

    public static void Check(TaskSettings settings, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(diagnostics);
        CheckRules(settings.Assignees, $"{path}.assignees", diagnostics);
        for (var index = 0; index < settings.Timeouts.Count; index++)
        {
            Check(settings.Timeouts[index], $"{path}.timeouts[{index}]", diagnostics);
        }

        Range(settings.TransferLimit ?? 1, 1, Most, $"{path}.transferLimit", diagnostics);
        Range(settings.TakeBackHours ?? 1, LeastHours, TimeoutStep.MostHours, $"{path}.takeBackHours", diagnostics);
        Range(settings.AddDepth, 0, DeepestAdding, $"{path}.addDepth", diagnostics);
        Need(settings.WhenEmpty == EmptyPolicy.Members && settings.EmptyMembers.Count == 0, $"{path}.whenEmpty", "emptyMembers", diagnostics);
        if (settings is { Claim: true, Mode: not SeatMode.All })
        {
            diagnostics.Add(FlowNodeDiagnostics.ClaimAlone($"{path}.mode"));
        }
    }

    public static void CheckRules(IReadOnlyList<AssigneeRule> rules, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(diagnostics);
        for (var index = 0; index < rules.Count; index++)
        {
            Check(rules[index], $"{path}[{index}]", diagnostics);
        }
    }

    public static void Check(VoteThreshold threshold, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        Range(threshold.Value, 0.000001m, Most, $"{path}.value", diagnostics);
        if (threshold.Measure == VoteMeasure.Ratio)
        {
            Range(threshold.Of, threshold.Value, Most, $"{path}.of", diagnostics);
        }
    }

    private static void Check(AssigneeRule rule, string path, DiagnosticBag diagnostics)
    {
        Need(rule.Kind == AssigneeKind.Members && rule.Members.Count == 0, $"{path}.kind", "members", diagnostics);
        Need(rule.Kind == AssigneeKind.Role && rule.Roles.Count == 0, $"{path}.kind", "roles", diagnostics);
        Need(rule.Kind is AssigneeKind.MemberField or AssigneeKind.DepartmentField && rule.Field is null, $"{path}.kind", "field", diagnostics);
        Need(rule.Kind == AssigneeKind.Formula && string.IsNullOrWhiteSpace(rule.Formula), $"{path}.kind", "formula", diagnostics);
        Range(rule.Weight, 0.000001m, Most, $"{path}.weight", diagnostics);
        Range(rule.Minimum, 1, rule.Maximum ?? int.MaxValue, $"{path}.minimum", diagnostics);
        Range(rule.Level ?? 1, rule.Kind == AssigneeKind.DepartmentHeads ? 0 : 1, AssigneeRule.MostLevels, $"{path}.level", diagnostics);
    }

    private static void Check(TimeoutStep step, string path, DiagnosticBag diagnostics)
    {
        Range(step.Hours, LeastHours, TimeoutStep.MostHours, $"{path}.hours", diagnostics);
        Need(step is { Action: TimeoutAction.Transfer, Member: null }, $"{path}.action", "member", diagnostics);
    }

    private static void Need(bool isMissing, string path, string other, DiagnosticBag diagnostics)
    {
        if (isMissing)
        {
            diagnostics.Add(FlowNodeDiagnostics.NeedsOther(path, other));
        }
    }

    private static void Range(decimal value, decimal least, decimal most, string path, DiagnosticBag diagnostics)
    {
        if (value < least || value > most)
        {
            diagnostics.Add(FlowNodeDiagnostics.OutOfRange(path, least, most));
        }
    }
}

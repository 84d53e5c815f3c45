using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Schedules;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>How the instances of a flow begin.</summary>
internal sealed class FlowStarts(FlowDraft flow)
{
    private static readonly FlowStartDefinition Usual = new() { On = FlowTrigger.Submit };

    private readonly HashSet<string> _buttons = new(StringComparer.Ordinal);

    /// <summary>By members who submit a record, where nothing else is said.</summary>
    public IReadOnlyList<FlowStart> Compile()
    {
        var starts = flow.Definition.Starts;
        if (starts.Count(start => start.On == FlowTrigger.Submit) > 1)
        {
            flow.Report(FlowDefinitionDiagnostics.SubmitTwice("starts"));
        }

        return starts.Count == 0 ? [Compile(Usual, "starts")] : [.. starts.Select((start, index) => Compile(start, $"starts[{index}]"))];
    }

    private FlowStart Compile(FlowStartDefinition start, string path)
    {
        CheckButton(start, path);
        CheckSchedule(start, path);
        if (start.Fields.Count > 0 && start.On != FlowTrigger.Changed)
        {
            flow.Report(FlowDefinitionDiagnostics.StartMemberUnused(path + ".fields", "fields", "changed"));
        }

        var when = CompileCondition(start, path + ".when");
        return new(start.On, start.Key, start.Label, when, [.. start.Fields.Select((key, index) => FindField(key, $"{path}.fields[{index}]")).OfType<FieldModel>()], start.Schedule)
        {
            LooksAcross = when is not null && flow.Form is not null && FormulaReach.LooksAcross(flow.Form, when),
        };
    }

    /// <summary>A schedule looks for its records, so that the database has to answer.</summary>
    private CompiledFormula? CompileCondition(FlowStartDefinition start, string path)
    {
        var owner = FlowWords.StartOf(flow.Definition.Label);
        return start.When is not { } text || flow.Form is null ? null
            : start.On == FlowTrigger.Schedule ? flow.CompileFilter(text, flow.Form, owner, path)
            : flow.Compile(text, FormulaType.Boolean, owner, path);
    }

    private void CheckButton(FlowStartDefinition start, string path)
    {
        var isButton = start.On == FlowTrigger.Button;
        if (isButton != start.Key is not null || isButton != start.Label is not null)
        {
            flow.Report(isButton ? FlowDefinitionDiagnostics.ButtonUnnamed(path) : FlowDefinitionDiagnostics.StartMemberUnused(path, start.Key is null ? "label" : "key", "button"));
        }
        else if (start.Key is { } key && !Key.IsValid(key))
        {
            flow.Report(CompilationDiagnostics.InvalidKey(path + ".key", key));
        }
        else if (start.Key is { } known && !_buttons.Add(known))
        {
            flow.Report(FlowDefinitionDiagnostics.ButtonTwice(path + ".key", known));
        }
    }

    private void CheckSchedule(FlowStartDefinition start, string path)
    {
        if (start.On == FlowTrigger.Schedule && string.IsNullOrWhiteSpace(start.Schedule))
        {
            flow.Report(FlowDefinitionDiagnostics.ScheduleMissing(path));
        }
        else if (start.On != FlowTrigger.Schedule && start.Schedule is not null)
        {
            flow.Report(FlowDefinitionDiagnostics.StartMemberUnused(path + ".schedule", "schedule", "schedule"));
        }
        else if (start.Schedule is { } cron && CronSchedule.Parse(cron) is null)
        {
            flow.Report(FlowDefinitionDiagnostics.ScheduleUnreadable(path + ".schedule", cron));
        }
    }

    private FieldModel? FindField(string key, string path)
    {
        var field = flow.Form?.Find(key) is { IsInternal: false } found ? found : null;
        if (flow.Form is not null && field is null)
        {
            flow.Report(CompilationDiagnostics.UnknownField(path, flow.Form.Label, key));
        }

        return field;
    }
}

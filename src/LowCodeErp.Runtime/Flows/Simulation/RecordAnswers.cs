using System.Collections;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>Answers from a record and others that were given: formulas are evaluated over them as everywhere else, and what the flow changes is changed in them.</summary>
/// <param name="record">That of the instance.</param>
/// <param name="findForm">The fields of a form, by its key; null for one that there is not.</param>
public sealed class RecordAnswers(SimulatedRecords records, SimulatedRecord record, Func<string, IFormulaSchema?> findForm) : IFlowAnswers
{
    private readonly FormulaCache _fields = new();

    /// <summary>Who has a role, by its key or <c>app/key</c>.</summary>
    public Dictionary<string, IReadOnlyList<long>> Roles { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<long> Administrators { get; init; } = [];

    public SimulatedRecord Record => record;

    internal IEnumerable<(string Form, IReadOnlyList<SimulatedRecord> Records)> AllRecords => records.All;

    public FlowAnswer Answer(FlowQuestion question, FlowInstance instance, FlowFacts facts) => question switch
    {
        FlowQuestion.Evaluate evaluate => new FlowAnswer.Outcomes(Evaluate(evaluate.Terms, record, instance, facts)),
        FlowQuestion.MembersOfRole asked => new FlowAnswer.Ids([.. HoldersOf(asked).Where(facts.Organisation.IsActive)]),
        FlowQuestion.Administrators => new FlowAnswer.Ids([.. Administrators.Where(facts.Organisation.IsActive)]),
        FlowQuestion.FindRecords find => new FlowAnswer.Ids([.. Find(find.Form, find.When, instance, facts).Take(find.Most).Select(found => found.Id)]),
        FlowQuestion.CreateRecord create => Create(create, instance, facts),
        FlowQuestion.UpdateRecords update => Update(update, instance, facts),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "The simulation has no answer to this kind of question."),
    };

    private IReadOnlyList<long> HoldersOf(FlowQuestion.MembersOfRole asked)
        => Roles.GetValueOrDefault($"{asked.App}/{asked.Role}") ?? Roles.GetValueOrDefault(asked.Role) ?? [];

    private List<FlowOutcome> Evaluate(IReadOnlyList<FlowTerm> terms, IFormulaRow row, FlowInstance instance, FlowFacts facts)
        => [.. terms.Select(term => Evaluate(term.Name, term.Formula ?? _fields.Get($"[{term.Field}]", record.Schema, new(FormulaContext.Set)), row, instance, facts))];

    private static FlowOutcome Evaluate(string name, CompiledFormula formula, IFormulaRow row, FlowInstance instance, FlowFacts facts)
    {
        var hasFailed = false;
        var value = formula.Evaluate(row, ContextOf(instance, facts, () => hasFailed = true));
        return hasFailed ? new(null, FlowFormulaDiagnostics.Failed(name)) : new(value is IEnumerable<string?> texts ? string.Join(',', texts) : value);
    }

    private static EvaluationContext ContextOf(FlowInstance instance, FlowFacts facts, Action fail) => new(facts.Now, facts.Zone)
    {
        CurrentUser = instance.InitiatorId,
        UserDepartment = instance.InitiatorId is { } initiator ? facts.Organisation.MainDepartmentOf(initiator) : null,
        Calendar = facts.Calendar,
        Report = found =>
        {
            if (found.IsFailure)
            {
                fail();
            }
        },
    };

    private IEnumerable<SimulatedRecord> Find(string form, CompiledFormula? when, FlowInstance instance, FlowFacts facts)
        => records.Of(form).Where(candidate => when is null || when.Holds(candidate, ContextOf(instance, facts, () => { })));

    private FlowAnswer Create(FlowQuestion.CreateRecord create, FlowInstance instance, FlowFacts facts)
    {
        if (findForm(create.Form) is not { } schema)
        {
            return new FlowAnswer.Failed(Unknown(create.Form));
        }

        var made = new List<long>();
        foreach (var source in SourcesOf(create, instance, facts))
        {
            var outcomes = Evaluate(create.Values, source, instance, facts);
            if (outcomes.Find(outcome => outcome.Failure is not null) is { } failed)
            {
                return new FlowAnswer.Failed(failed.Failure!);
            }

            var added = records.Add(schema, SimulatedRecords.Blank(schema));
            Fill(added, create.Values, outcomes);
            foreach (var (target, lines) in create.Lines)
            {
                added.Set(target, CopyLines(schema, target, lines));
            }

            made.Add(added.Id);
        }

        return new FlowAnswer.Ids(made);
    }

    /// <summary>The record itself, or those of its lines that count.</summary>
    private IEnumerable<IFormulaRow> SourcesOf(FlowQuestion.CreateRecord create, FlowInstance instance, FlowFacts facts)
        => create.Each is not { } each ? [record]
            : record.Lines(OrdinalOf(record.Schema, each)).Where(line => create.When is null || create.When.Holds(line, ContextOf(instance, facts, () => { })));

    /// <summary>Field by field of the same key.</summary>
    private List<IFormulaRow> CopyLines(IFormulaSchema schema, string target, string source)
    {
        var (to, from) = (LinesOf(schema, target), LinesOf(record.Schema, source));
        return [.. record.Lines(OrdinalOf(record.Schema, source)).Select(line => Copy(line, from, to))];
    }

    private IFormulaRow Copy(IFormulaRow line, IFormulaSchema from, IFormulaSchema to)
    {
        var copy = new SimulatedRecord(records, 0, to, SimulatedRecords.Blank(to));
        foreach (var field in from.Fields)
        {
            copy.Set(field.Key, line.Get(field.Ordinal));
        }

        return copy;
    }

    private FlowAnswer Update(FlowQuestion.UpdateRecords update, FlowInstance instance, FlowFacts facts)
    {
        var outcomes = Evaluate(update.Values, record, instance, facts);
        if (outcomes.Find(outcome => outcome.Failure is not null) is { } failed)
        {
            return new FlowAnswer.Failed(failed.Failure!);
        }

        List<SimulatedRecord> changed = update.Form is { } form ? [.. Find(form, update.When, instance, facts)] : [record];
        changed.ForEach(other => Fill(other, update.Values, outcomes));
        return new FlowAnswer.Ids([.. changed.Select(other => other.Id)]);
    }

    private static void Fill(SimulatedRecord target, IReadOnlyList<FlowTerm> terms, List<FlowOutcome> outcomes)
    {
        foreach (var (term, outcome) in terms.Zip(outcomes))
        {
            target.Set(term.Name, outcome.Value);
        }
    }

    private static int OrdinalOf(IFormulaSchema schema, string key) => schema.Fields.First(field => field.Key == key).Ordinal;

    private static IFormulaSchema LinesOf(IFormulaSchema schema, string key) => schema.Fields.First(field => field.Key == key).Target!();

    private static Diagnostic Unknown(string form) => new("flow.simulation.form-unknown", Severity.Error, form, new LocalizedText(
        $"试运行中没有表单“{form}”的结构，不能新建它的数据；请用 --app 指明应用文件夹。",
        $"The simulation does not know the form \"{form}\" and cannot create a record of it; name the app's folder with --app."));
}

using System.Runtime.CompilerServices;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// What the terms of a flow come to for the record of an instance, over what the transaction has stored, all of them in one statement: the database reckons, but for
/// what reads columns of the record alone, where reading them costs a part of what making up a query does.
/// </summary>
internal sealed class FlowFormulas(IWorkspace workspace)
{
    private readonly ConditionalWeakTable<WorkspaceModel, FormSchemas> _schemas = [];
    private readonly FormulaCache _fields = new();

    /// <returns>One for each term, in their order; where the record is gone each has failed.</returns>
    public async Task<IReadOnlyList<FlowOutcome>> EvaluateAsync(IReadOnlyList<FlowTerm> terms, FlowCommand command, CancellationToken cancellationToken)
    {
        var form = workspace.Current.FindForm(command.Flow.Form.Key)!;
        var found = await EvaluateAsync(form, [command.RecordId], terms, command, cancellationToken);
        return found.TryGetValue(command.RecordId, out var outcomes) ? outcomes : [.. terms.Select(_ => new FlowOutcome(null, FlowCommandDiagnostics.RecordGone(form.Label)))];
    }

    /// <returns>For each record, or line, that is there: one for each term, in their order.</returns>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<FlowOutcome>>> EvaluateAsync(
        FormModel form, IReadOnlyList<long> ids, IReadOnlyList<FlowTerm> terms, FlowCommand command, CancellationToken cancellationToken)
    {
        if (terms.Count == 0 || ids.Count == 0)
        {
            return ids.ToDictionary(id => id, _ => (IReadOnlyList<FlowOutcome>)[]);
        }

        var schema = _schemas.GetValue(workspace.Current, model => new(model)).Of(form);
        CompiledFormula[] formulas = [.. terms.Select(term => term.Formula ?? _fields.Get($"[{term.Field}]", schema, new(FormulaContext.Set)))];
        if (Array.TrueForAll(formulas, formula => ReadsColumnsAlone(formula, form)))
        {
            var read = await command.Transaction.ReadAsync(form, ids, cancellationToken);
            return read.ToDictionary(
                one => one.Key, one => (IReadOnlyList<FlowOutcome>)[.. terms.Zip(formulas, (term, formula) => Evaluate(term.Name, formula, new(one.Value.Values), command))]);
        }

        var found = await command.Transaction.EvaluateAsync(form, formulas, ids, command.Evaluation, cancellationToken);
        return found.ToDictionary(
            one => one.Key,
            one => (IReadOnlyList<FlowOutcome>)[.. terms.Zip(one.Value, (term, outcome) => new FlowOutcome(outcome.Value, outcome.HasFailed ? FlowFormulaDiagnostics.Failed(term.Name) : null))]);
    }

    /// <summary>Values that are the same in memory as in the database, and no more than is read with the record.</summary>
    private static bool ReadsColumnsAlone(CompiledFormula formula, FormModel form) => formula.Facts.Dependencies.All(path
        => path.Steps is [var only] && only.Ordinal < form.Fields.Count && form.Fields[only.Ordinal] is { IsStored: true, IsList: false, IsSensitive: false, Parts.Count: 0, Lines: null });

    private static FlowOutcome Evaluate(string name, CompiledFormula formula, ArrayRow record, FlowCommand command)
    {
        var hasFailed = false;
        var value = formula.Evaluate(record, command.NewEvaluation(found => hasFailed |= found.IsFailure));
        return new(value, hasFailed ? FlowFormulaDiagnostics.Failed(name) : null);
    }
}

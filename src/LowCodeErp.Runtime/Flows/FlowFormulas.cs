using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What the terms of a flow come to for the record of an instance: by the database, over what the transaction has stored, all of them in one statement.</summary>
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
        var found = await command.Transaction.EvaluateAsync(form, formulas, ids, command.Evaluation, cancellationToken);
        return found.ToDictionary(
            one => one.Key,
            one => (IReadOnlyList<FlowOutcome>)[.. terms.Zip(one.Value, (term, outcome) => new FlowOutcome(outcome.Value, outcome.HasFailed ? FlowFormulaDiagnostics.Failed(term.Name) : null))]);
    }
}

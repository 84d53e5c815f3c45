using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Formulas;
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
        if (terms.Count == 0)
        {
            return [];
        }

        var form = workspace.Current.FindForm(command.Flow.Form.Key)!;
        var schema = _schemas.GetValue(workspace.Current, model => new(model)).Of(form);
        CompiledFormula[] formulas = [.. terms.Select(term => term.Formula ?? _fields.Get($"[{term.Field}]", schema, new(FormulaContext.Set)))];
        var found = await command.Transaction.EvaluateAsync(form, formulas, [command.RecordId], command.Evaluation, cancellationToken);
        return found.TryGetValue(command.RecordId, out var outcomes)
            ? [.. terms.Zip(outcomes, (term, outcome) => new FlowOutcome(outcome.Value, outcome.HasFailed ? FlowFormulaDiagnostics.Failed(term.Name) : null))]
            : [.. terms.Select(_ => new FlowOutcome(null, FlowCommandDiagnostics.RecordGone(form.Label)))];
    }
}

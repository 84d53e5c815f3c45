using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Formulas;

/// <summary>
/// Formulas evaluated by the database, over all records of a form that the actor may see. They are compiled for the schema of the
/// form and the context set, so that every one of them can be.
/// </summary>
public sealed class FormulaQueries(WorkspaceConnections connections, WorkspaceContextFactory contexts, IWorkspace workspace, IAccess access)
{
    /// <summary>The value for each record, by its id; null is blank.</summary>
    public async Task<IReadOnlyDictionary<long, object?>> EvaluateAsync(
        FormModel form, CompiledFormula formula, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(actor, context, cancellationToken);
        var values = await session.RunAsync(FormulaRows.Values(session, form, formula, context).ToListAsync, cancellationToken);
        return values.ToDictionary(row => (long)row[0]!, row => FormulaValue.Read(row[1]));
    }

    /// <summary>The ids of the records for which the condition holds, in ascending order.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(
        FormModel form, CompiledFormula condition, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(actor, context, cancellationToken);
        var found = FormulaRows.Found(session, form, condition, context);
        var ids = await session.RunAsync(found.Select(row => EF.Property<long>(row, SystemColumns.Id)).ToListAsync, cancellationToken);
        ids.Sort();
        return ids;
    }

    private async Task<ReadSession> OpenAsync(Actor actor, EvaluationContext run, CancellationToken cancellationToken)
        => await ReadSession.OpenAsync(connections, contexts, workspace.Current, await access.OfAsync(actor, cancellationToken), cancellationToken, run: run);
}

using System.Data.Common;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Formulas;

/// <summary>
/// Formulas evaluated by the database, over all records of a form that the actor may see. They are compiled for the schema of the
/// form and the context set, so that every one of them can be.
/// </summary>
public sealed class FormulaQueries(WorkspaceConnections connections, WorkspaceContextFactory contexts, IWorkspace workspace)
{
    /// <summary>The value for each record, by its id; null is blank.</summary>
    public async Task<IReadOnlyDictionary<long, object?>> EvaluateAsync(
        FormModel form, CompiledFormula formula, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(cancellationToken);
        var values = await Values(session, form, formula, context, actor).ToListAsync(cancellationToken);
        return values.ToDictionary(row => (long)row[0]!, row => FormulaValue.Read(row[1]));
    }

    /// <summary>The ids of the records for which the condition holds, in ascending order.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(
        FormModel form, CompiledFormula condition, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(cancellationToken);
        var found = Found(session, form, condition, context, actor);
        var ids = await found.Select(row => EF.Property<long>(row, SystemColumns.Id)).ToListAsync(cancellationToken);
        ids.Sort();
        return ids;
    }

    /// <summary>The command that <see cref="EvaluateAsync"/> would send.</summary>
    public async Task<FormulaStatement> ShowValuesAsync(
        FormModel form, CompiledFormula formula, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(cancellationToken);
        return FormulaStatement.Of(Values(session, form, formula, context, actor));
    }

    /// <summary>The command that finds the records, as a list that is filtered by the condition does.</summary>
    public async Task<FormulaStatement> ShowFilterAsync(
        FormModel form, CompiledFormula condition, EvaluationContext context, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(cancellationToken);
        return FormulaStatement.Of(Found(session, form, condition, context, actor).Select(row => EF.Property<long>(row, SystemColumns.Id)));
    }

    private static IQueryable<object?[]> Values(ReadSession session, FormModel form, CompiledFormula formula, EvaluationContext context, Actor actor)
    {
        var visible = session.Visible(form, actor);
        var tree = formula.ToExpression(SqlRowAccess.Instance);
        var joined = new JoinedRows(session.Rows, form, visible.Expression, FormulaRewriter.FindReferences(tree, form));
        var value = new FormulaRewriter(session.Rows, session.Provider, context).Rewrite(tree, joined);
        return visible.Provider.CreateQuery<object?[]>(joined.Select(joined.Id, value));
    }

    private static IQueryable<Dictionary<string, object>> Found(
        ReadSession session, FormModel form, CompiledFormula condition, EvaluationContext context, Actor actor)
        => session.Find(new RecordQuery(form) { Where = new Condition.Holds(condition, context) }, actor);

    private async Task<ReadSession> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await connections.OpenReadAsync(cancellationToken);
        return new(connection, contexts.On(connection, workspace.Current), connections.Target.Provider);
    }
}

using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Cases;
using LowCodeErp.Formula.Functions;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas.Cases;

/// <summary>Cases of formulas run as SQL on a database that has the platform's functions.</summary>
public sealed class DatabaseCases(WorkspaceConnections connections)
{
    /// <summary>So many formulas are one command: compiling each by itself would take longer than running all.</summary>
    private const int BatchSize = 25;

    private DatabaseProvider Provider => connections.Target.Provider;

    public async Task<IReadOnlyList<CaseOutcome>> RunAsync(IEnumerable<FormulaCase> cases, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = LiteralContext.On(connection, connections);
        CaseOutcome[] compiled = [.. cases.Select(formulaCase => new CaseOutcome(formulaCase, CaseOutcome.CompileForDatabase(formulaCase, FormulaAbility.Of(Provider)), null))];
        var waiting = new Queue<CaseOutcome>(compiled.Where(outcome => !outcome.IsRefused));
        var values = new Dictionary<CaseOutcome, object?>(ReferenceEqualityComparer.Instance);
        while (waiting.Count > 0)
        {
            await EvaluateAsync(waiting, values, context, cancellationToken);
        }

        return [.. compiled.Select(outcome => outcome with { Value = values.GetValueOrDefault(outcome) })];
    }

    private async Task EvaluateAsync(
        Queue<CaseOutcome> waiting, Dictionary<CaseOutcome, object?> values, LiteralContext context, CancellationToken cancellationToken)
    {
        var literals = new LiteralRow();
        var batch = new List<(CaseOutcome Outcome, Expression Value)>();
        while (batch.Count < BatchSize && !literals.IsFull && waiting.TryDequeue(out var outcome))
        {
            var rewriter = FormulaRewriter.WithColumns(literals.Add, Provider, CaseOutcome.Context);
            batch.Add((outcome, rewriter.Rewrite(outcome.Formula.ToExpression(SqlRowAccess.Instance))));
        }

        var selected = Expression.NewArrayInit(typeof(object), batch.Select(item => Expression.Convert(item.Value, typeof(object))));
        var select = Expression.Lambda<Func<Row, object?[]>>(selected, literals.Row);
        var found = await literals.Query(context).Select(select).SingleAsync(cancellationToken);
        foreach (var (item, value) in batch.Zip(found))
        {
            values[item.Outcome] = FormulaValue.Read(value);
        }
    }
}

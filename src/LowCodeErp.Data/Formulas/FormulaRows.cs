using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas;

/// <summary>The queries of formulas over the records of a form.</summary>
internal static class FormulaRows
{
    /// <summary>Id and value.</summary>
    public static IQueryable<object?[]> Values(ReadSession session, FormModel form, CompiledFormula formula, EvaluationContext context)
    {
        var visible = session.Visible(form);
        var tree = formula.ToExpression(SqlRowAccess.Instance);
        var joined = new JoinedRows(session.Rows, form, visible.Expression, FormulaRewriter.FindReferences(tree, form));
        var value = new FormulaRewriter(session.Rows, session.Provider, context).Rewrite(tree, joined);
        return visible.Provider.CreateQuery<object?[]>(joined.Select(joined.Id, value));
    }

    /// <summary>Of some records: the id, then of each formula its value and whether it failed.</summary>
    public static IQueryable<object?[]> Outcomes(
        ReadSession session, FormModel form, IReadOnlyList<CompiledFormula> formulas, IReadOnlyCollection<long> ids, EvaluationContext context)
    {
        var asked = session.Find(form, row => RowExpressions.Holds(RowExpressions.Items(ids.ToArray()), FormRows.Id(row)));
        var trees = formulas.SelectMany(formula => new[] { formula.ToExpression(SqlRowAccess.Instance), formula.ToFailure(SqlRowAccess.Instance) }).ToList();
        var joined = new JoinedRows(session.Rows, form, asked.Expression, trees.SelectMany(tree => FormulaRewriter.FindReferences(tree, form)));
        var values = trees.Select(tree => new FormulaRewriter(session.Rows, session.Provider, context).Rewrite(tree, joined));
        return asked.Provider.CreateQuery<object?[]>(joined.Select(values.Prepend(joined.Id)));
    }

    public static IQueryable<Row> Found(
        ReadSession session, FormModel form, CompiledFormula condition, EvaluationContext context)
        => session.Find(new RecordQuery(form) { Where = new Condition.Holds(condition, context) });
}

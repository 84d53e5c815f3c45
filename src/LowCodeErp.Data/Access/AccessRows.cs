using System.Linq.Expressions;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Access;

/// <summary>
/// The rules of access as conditions of queries. What a rule looks at is not limited by rules itself: otherwise those of two forms that look at
/// each other would have no end.
/// </summary>
internal sealed class AccessRows(MemberAccess access, WorkspaceContext context, DatabaseProvider provider)
{
    private readonly FormRows _all = new(context, new LiveFields(provider, access.Evaluation));

    /// <summary>The records of the form, or the lines, that the member may see.</summary>
    public IQueryable<Row> Limit(FormModel form, IQueryable<Row> rows) => Limit(RuleOfRows(form), form, rows);

    /// <summary>Those with which he may do something besides.</summary>
    public IQueryable<Row> Limit(FormModel form, AccessOperation operation, IQueryable<Row> rows) => Limit(access.Of(form).RuleOf(operation), form, rows);

    /// <summary>What the member gets of a field where its column stands.</summary>
    public Expression Limit(FieldModel field, Expression row, Expression column)
        => Where(access.Of(field.Form).RuleOf(field, FieldAccess.Read), field.Form, row, column);

    /// <summary>Whether there may be a record of which the member gets the field's mask.</summary>
    public bool Masks(FieldModel field) => !access.Of(field.Form).RuleOfMask(field).IsNever;

    /// <summary>What the mask of a field is made of, where the member gets that and no more; blank elsewhere.</summary>
    public Expression Masked(FieldModel field, Expression row, Expression column)
        => Where(access.Of(field.Form).RuleOfMask(field), field.Form, row, column);

    /// <summary>Whether a rule holds for a row; that of lines is asked of the record that they belong to.</summary>
    public Expression Holds(AccessRule rule, FormModel form, Expression row)
    {
        if (form.Parent is null || rule is AccessRule.Fixed)
        {
            return Translate(rule, form, row);
        }

        var (record, parent) = (RowExpressions.NewRow(), form.Parent.Form);
        var allowed = RowExpressions.Where(_all.Of(parent), record, Translate(rule, parent, record))
            .Select(Expression.Lambda<Func<Row, long?>>(Expression.Convert(FormRows.Id(record), typeof(long?)), record));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(long?)], allowed.Expression, _all.Column(row, form.ParentReference!));
    }

    /// <summary>What a term says of a row.</summary>
    public Expression Asks(AccessTerm term, FormModel form, Expression row) => term switch
    {
        AccessTerm.Own => IsResponsible(form, row, responsible => Expression.Equal(responsible, RowExpressions.Parameter(access.Actor.MemberId))),
        AccessTerm.Department => IsResponsible(form, row, IsColleague),
        AccessTerm.SharedWith { ForEditing: var isForEditing } => SharedRecords.Holds(context, form, row, access, isForEditing),
        AccessTerm.AskedAt asked => AskedRecords.Holds(context, row, access, asked),
        AccessTerm.Holds { Formula: var formula } => new FormulaRewriter(_all, provider, access.Evaluation).Rewrite(formula.ToCondition(SqlRowAccess.Instance), new RowAlone(_all, form, row)),
        _ => throw new InvalidOperationException($"There is no term {term.GetType()}."),
    };

    /// <summary>Blank where the rule does not hold.</summary>
    private Expression Where(AccessRule rule, FormModel form, Expression row, Expression column)
        => rule.IsAlways ? column : Expression.Condition(rule.IsNever ? IsNever(row) : Holds(rule, form, row), column, Expression.Constant(null, column.Type));

    /// <summary>With the row in it: EF would call methods on a mere null before there is any SQL.</summary>
    private static BinaryExpression IsNever(Expression row) => Expression.NotEqual(FormRows.Id(row), FormRows.Id(row));

    private IQueryable<Row> Limit(AccessRule rule, FormModel form, IQueryable<Row> rows)
    {
        var row = RowExpressions.NewRow();
        return rule.IsAlways ? rows : RowExpressions.Where(rows, row, Holds(rule, form, row));
    }

    private AccessRule RuleOfRows(FormModel form)
    {
        var seen = access.Of(form).RuleOf(AccessOperation.View);
        return form.Parent is null ? seen : AccessRule.AllOf(seen, access.Of(form).RuleOf(form.Parent, FieldAccess.Read));
    }

    private Expression Translate(AccessRule rule, FormModel form, Expression row) => rule switch
    {
        AccessRule.Fixed { IsAllowed: var isAllowed } => Expression.Constant(isAllowed),
        AccessRule.Asks { Term: var term } => Asks(term, form, row),
        AccessRule.Any { Rules: var rules } => RowExpressions.AnyOf(rules.Select(part => Translate(part, form, row))),
        AccessRule.All { Rules: var rules } => RowExpressions.AllOf(rules.Select(part => Translate(part, form, row))),
        AccessRule.Without { Rule: var inner } => Expression.Not(Translate(inner, form, row)),
        _ => throw new InvalidOperationException($"There is no rule {rule.GetType()}."),
    };

    /// <summary>The owner; of a record that names none, whoever created it. Two comparisons instead of one of both, so that indexes serve.</summary>
    private Expression IsResponsible(FormModel form, Expression row, Func<Expression, Expression> condition)
    {
        var created = condition(RowExpressions.Column(row, SystemColumns.CreatedBy, typeof(long?)));
        if (form.Owner is not { } owner)
        {
            return created;
        }

        var named = _all.Column(row, owner);
        return Expression.OrElse(condition(named), Expression.AndAlso(RowExpressions.IsBlank(named), created));
    }

    private Expression IsColleague(Expression responsible)
        => RowExpressions.Holds(RowExpressions.Items(access.Colleagues.Select(member => (long?)member).ToArray()), responsible);
}

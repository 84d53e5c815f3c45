using System.Linq.Expressions;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// Which parts of a formula depend on a record or an item. All others are the same for a whole run. A part may stand in
/// several places of the tree, and is looked at once.
/// </summary>
/// <param name="literalsVary">Literals stand for something of the record.</param>
internal sealed class OpenParts(bool literalsVary) : ExpressionVisitor
{
    private static readonly ParameterExpression _record = Expression.Parameter(typeof(FormulaRecord), "record");

    private readonly Dictionary<Expression, HashSet<ParameterExpression>> _known = new(ReferenceEqualityComparer.Instance);
    private HashSet<ParameterExpression> _free = [];

    public bool Contains(Expression part)
    {
        Visit(part);
        return _known[part].Count > 0;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!_known.TryGetValue(node, out var free))
        {
            var outer = _free;
            _free = free = [];
            base.Visit(node);
            _known[node] = free;
            _free = outer;
        }

        _free.UnionWith(free);
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (node.Type != typeof(EvaluationContext))
        {
            _free.Add(node);
        }

        return node;
    }

    /// <summary>Blank, true and false belong to the text of a formula; a moment is written in local time and depends on the zone.</summary>
    public static bool IsLiteral(ConstantExpression node) => node.Value is string or decimal or DateOnly;

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (literalsVary && IsLiteral(node))
        {
            _free.Add(_record);
        }

        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        base.VisitLambda(node);
        _free.ExceptWith(node.Parameters);
        return node;
    }

    /// <summary>The number of the record is its id, though in memory it comes with the context.</summary>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.Name == nameof(FormulaPrimitives.RecordNumber))
        {
            _free.Add(_record);
        }

        return base.VisitMethodCall(node);
    }
}

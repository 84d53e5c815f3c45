using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// Rewrites the tree of a formula so that EF can turn all of it into SQL: what is the same for the whole run is evaluated now and
/// becomes a parameter, fields become columns, lists subqueries, and primitives the functions of the database.
/// </summary>
internal sealed partial class FormulaRewriter : ExpressionVisitor
{
    private readonly FormRows? _rows;
    private readonly DatabaseProvider _provider;
    private readonly EvaluationContext _run;
    private readonly Func<ConstantExpression, Expression>? _literal;
    private readonly Func<FieldPath, Type, Expression>? _field;
    private readonly Dictionary<ParameterExpression, IRecordPlace> _records = [];
    private readonly OpenParts _open;
    private ParameterExpression? _context;
    private IRecordPlace? _root;

    public FormulaRewriter(FormRows rows, DatabaseProvider provider, EvaluationContext run)
        : this(provider, run, literal: null)
        => _rows = rows;

    private FormulaRewriter(
        DatabaseProvider provider, EvaluationContext run, Func<ConstantExpression, Expression>? literal, Func<FieldPath, Type, Expression>? field = null)
    {
        _field = field;
        _provider = provider;
        _run = run;
        _literal = literal;
        _open = new(literal is not null);
    }

    private FormRows Rows => _rows ?? throw new InvalidOperationException("A formula without a record has no rows.");

    /// <summary>For a record that is in no table: each field is what <paramref name="field"/> makes of it.</summary>
    public static FormulaRewriter WithFields(Func<FieldPath, Type, Expression> field, DatabaseProvider provider, EvaluationContext run)
        => new(provider, run, literal: null, field);

    /// <summary>For formulas without fields: each literal is what <paramref name="literal"/> makes of it.</summary>
    public static FormulaRewriter WithColumns(Func<ConstantExpression, Expression> literal, DatabaseProvider provider, EvaluationContext run)
        => new(provider, run, literal);

    /// <summary>The references of the record itself that a formula follows; to be joined before it is rewritten.</summary>
    public static IEnumerable<IReadOnlyList<FieldModel>> FindReferences(LambdaExpression formula, FormModel form)
        => FieldReads.Find(formula.Body, formula.Parameters[0]).Select(path => FormFields.ToJoin(path, form)).Where(path => path.Count > 0);

    /// <param name="formula">From a record and the context, made with <see cref="SqlRowAccess"/>.</param>
    /// <param name="root">Joined rows with all that <see cref="FindReferences"/> found, or a row alone.</param>
    public Expression Rewrite(LambdaExpression formula, IRecordPlace root)
    {
        _root = root;
        _records[formula.Parameters[0]] = root;
        return Rewrite(formula);
    }

    public Expression Rewrite(LambdaExpression formula)
    {
        _context = formula.Parameters[1];
        try
        {
            return Visit(formula.Body);
        }
        catch (OverflowException)
        {
            // A part that is the same for every record is beyond the range of numbers, and so the whole is blank, as in memory.
            return formula.ReturnType == typeof(bool) ? Expression.Constant(false) : Expression.Constant(null, formula.ReturnType);
        }
    }

    /// <summary>A value that compares and sorts as a column of the type does.</summary>
    /// <param name="isAsStored">It is no more than what stands in a column.</param>
    public static Expression ToColumn(Expression value, Type type, bool isAsStored)
    {
        var column = As(value, type);
        if (isAsStored || IsNull(value))
        {
            return column;
        }

        return type == typeof(decimal?) ? Call(SqlOperation.Column, type, column)
            : type == typeof(string) ? Expression.Condition(Expression.Equal(column, Expression.Constant("")), Expression.Constant(null, type), column)
            : column;
    }

    public override Expression Visit(Expression? node)
        => node is null or LambdaExpression or ParameterExpression || _open.Contains(node) ? base.Visit(node)! : Fix(node);

    /// <summary>Reached where literals vary only; otherwise a literal is the same for the whole run.</summary>
    protected override Expression VisitConstant(ConstantExpression node)
        => _literal is not null && OpenParts.IsLiteral(node) ? _literal(node) : node;

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.Coalesce)
        {
            // The 0 that a blank counts as belongs to the text of the formula, not to its values.
            return Expression.Coalesce(TwoValued(Visit(node.Left)), node.Right is ConstantExpression { Value: 0m } zero ? zero : Visit(node.Right));
        }

        var isNumber = node.Left.Type.UnwrapNullable() == typeof(decimal);
        if (!isNumber || IsNull(node.Left) || IsNull(node.Right))
        {
            var (left, right) = (Visit(node.Left), Visit(node.Right));
            return node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
                ? Expression.MakeBinary(node.NodeType, TwoValued(left), TwoValued(right))
                : Expression.MakeBinary(node.NodeType, left, right);
        }

        return Call(OperationOf(node.NodeType), node.Type, Visit(node.Left), Visit(node.Right));
    }

    protected override Expression VisitUnary(UnaryExpression node) => node.NodeType == ExpressionType.Negate
        ? Call(SqlOperation.Negate, node.Type, Visit(node.Operand))
        : node.NodeType == ExpressionType.Not ? Expression.Not(TwoValued(Visit(node.Operand)))
        : Expression.MakeUnary(node.NodeType, Visit(node.Operand), node.Type);

    /// <summary>
    /// A comparison with a blank is false, in a database it is blank. That makes no difference until it is negated or compared, where
    /// EF trusts the type and leaves it blank; also where it was given room for blank before.
    /// </summary>
    private static Expression TwoValued(Expression condition)
        => condition is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } && operand.Type == typeof(bool)
            ? As(TwoValued(operand), condition.Type)
            : condition.Type != typeof(bool) || IsTwoValued(condition) ? condition
            : Call(SqlOperation.Holds, typeof(bool), condition);

    /// <summary>Of what EF itself makes so, and what is never blank.</summary>
    private static bool IsTwoValued(Expression condition) => condition switch
    {
        ConstantExpression => true,
        UnaryExpression { NodeType: ExpressionType.Not } => true,
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } => true,
        BinaryExpression { NodeType: ExpressionType.Coalesce } choice => IsTwoValued(choice.Right),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both => IsTwoValued(both.Left) && IsTwoValued(both.Right),
        MethodCallExpression { Arguments: [ConstantExpression { Value: SqlOperation.Holds }, ..] } => true,
        MethodCallExpression call => call.Method.DeclaringType == typeof(Queryable),
        _ => false,
    };

    /// <summary>The branches are numbers of one form, since the database gives their type to the whole.</summary>
    protected override Expression VisitConditional(ConditionalExpression node)
        => Choose(Visit(node.Test), Visit(node.IfTrue), Visit(node.IfFalse));

    private static Expression Choose(Expression test, Expression whenTrue, Expression whenFalse)
        => IsNull(whenTrue) && IsNull(whenFalse) ? whenFalse : Expression.Condition(test, Branch(whenTrue), Branch(whenFalse));

    private static Expression Branch(Expression value) => IsNull(value) ? Call(SqlOperation.Blank, value.Type) : Exact(value);

    protected override Expression VisitMethodCall(MethodCallExpression node)
        => node.Method.DeclaringType == typeof(FormulaSql) ? Column(node)
            : node.Method.Name == nameof(FormulaPrimitives.RecordNumber) ? RecordNumber(node.Type)
            : node.Method.Name is nameof(FormulaPrimitives.NetworkDays) or nameof(FormulaPrimitives.WorkDay) ? CountWorkingDays(node)
            : RewriteList(node) is { } list ? As(list, node.Type)
            : CallFunction(node);

    private Expression RecordNumber(Type type)
        => _root is null ? ToParameter(_run.RecordNumber, type) : Call(SqlOperation.Number, type, _root.Id);

    private Expression Column(MethodCallExpression read)
    {
        var path = (FieldPath)((ConstantExpression)read.Arguments[1]).Value!;
        if (_field is not null)
        {
            return _field(path, read.Type);
        }

        var record = _records[(ParameterExpression)read.Arguments[0]];
        return record.Column(FormFields.Resolve(path, record.Form));
    }

    /// <summary>The function of the database that is the primitive; of the context it needs the zone only.</summary>
    private Expression CallFunction(MethodCallExpression node)
    {
        var arguments = node.Arguments.Where(argument => argument.Type != typeof(EvaluationContext)).Select(Visit);
        var takesContext = node.Arguments.Any(argument => argument.Type == typeof(EvaluationContext));
        return Call(ScalarPrimitives.NameOf(node.Method), node.Type, takesContext ? [.. arguments, RowExpressions.Parameter(ZoneId())] : [.. arguments]);
    }

    private string ZoneId()
        => _provider == DatabaseProvider.SqlServer && TimeZoneInfo.TryConvertIanaIdToWindowsId(_run.Zone.Id, out var windows) ? windows : _run.Zone.Id;

    /// <summary>Evaluated once; of the values only blank, true and false are part of the text of the command.</summary>
    private Expression Fix(Expression node) => ToParameter(Evaluate(node), node.Type);

    private object? Evaluate(Expression node)
    {
        var lambda = Expression.Lambda<Func<EvaluationContext, object?>>(Expression.Convert(node, typeof(object)), _context!);
        return lambda.Compile(preferInterpretation: true)(_run);
    }

    private static Expression ToParameter(object? value, Type type) => value switch
    {
        null or bool => Expression.Constant(value, type),
        decimal number when !FitsColumns(number) => Exact(Parameter(number, type)),
        _ => Parameter(value, type),
    };

    private static Expression Parameter(object value, Type type)
    {
        var parameter = RowExpressions.Parameter(value);
        return parameter.Type == type ? parameter : Expression.Convert(parameter, type);
    }

    /// <summary>A number of more than 15 digits is not what it was once it is compared as SQLite's columns are.</summary>
    private static bool FitsColumns(decimal number)
        => number == 0 || (Math.Abs(number) < 1e15m && (decimal)(double)number == number);

    private static bool IsNull(Expression node) => node is ConstantExpression { Value: null };

    private static Expression Exact(Expression value)
        => value.Type.UnwrapNullable() == typeof(decimal) && !IsNull(value) ? Call(SqlOperation.Exact, value.Type, value) : value;

    public static MethodCallExpression Call(string operation, Type type, params IEnumerable<Expression> arguments)
    {
        Expression list = Expression.Constant(null, typeof(FormulaSql.Arguments));
        foreach (var argument in arguments)
        {
            list = Expression.Call(typeof(FormulaSql), nameof(FormulaSql.With), [argument.Type], list, argument);
        }

        return Expression.Call(typeof(FormulaSql), nameof(FormulaSql.Call), [type], Expression.Constant(operation), list);
    }

    private static string OperationOf(ExpressionType operation) => operation switch
    {
        ExpressionType.Add => SqlOperation.Add,
        ExpressionType.Subtract => SqlOperation.Subtract,
        ExpressionType.Multiply => SqlOperation.Multiply,
        ExpressionType.LessThan => SqlOperation.Less,
        ExpressionType.LessThanOrEqual => SqlOperation.LessOrEqual,
        ExpressionType.GreaterThan => SqlOperation.Greater,
        ExpressionType.GreaterThanOrEqual => SqlOperation.GreaterOrEqual,
        ExpressionType.Equal => SqlOperation.Equal,
        ExpressionType.NotEqual => SqlOperation.NotEqual,
        _ => throw new NotSupportedException($"No database operation for {operation} of numbers."),
    };
}

using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// Finds out what a formula means: which fields, which functions, which types. Reports everything that does not fit
/// and goes on; what it could not understand has the type <see cref="FormulaTypeKind.Error"/> and is not reported twice.
/// </summary>
public sealed partial class Binder
{
    private readonly FormulaOptions _options;
    private readonly List<FormulaDiagnostic> _diagnostics = [];
    private readonly FieldResolver _fields;
    private int _subqueries;

    private Binder(FormulaOptions options)
    {
        _options = options;
        _fields = new(options, _diagnostics);
    }

    public static BindingResult Bind(SyntaxNode root, RowScope record, FormulaOptions options)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(options);
        var binder = new Binder(options);
        var bound = binder.Bind(root, record);
        return new(bound, binder._fields.Names, binder._diagnostics);
    }

    private BoundNode Bind(SyntaxNode node, RowScope scope) => node switch
    {
        SyntaxNode.Literal literal => BindLiteral(literal),
        SyntaxNode.Field field => BindField(field, scope),
        SyntaxNode.Name name => BindName(name, scope),
        SyntaxNode.Parenthesised parenthesised => Bind(parenthesised.Inner, scope),
        SyntaxNode.Unary unary => BindUnary(unary, scope),
        SyntaxNode.Binary binary => BindBinary(binary, scope),
        SyntaxNode.In membership => BindIn(membership, scope),
        SyntaxNode.List list => BindList(list, scope),
        SyntaxNode.Call call => BindCall(call, scope),
        _ => new BoundNode.Error(node.Span),
    };

    private static BoundNode.Literal BindLiteral(SyntaxNode.Literal literal) => literal.Value switch
    {
        string { Length: 0 } => new(null, FormulaType.Blank, literal.Span),
        string text => new(text, FormulaType.Text, literal.Span),
        decimal number => new(number, FormulaType.Number, literal.Span),
        bool boolean => new(boolean, FormulaType.Boolean, literal.Span),
        DateOnly date => new(date, FormulaType.Date, literal.Span),
        var moment => new(moment, FormulaType.DateTime, literal.Span),
    };

    private BoundNode BindField(SyntaxNode.Field field, RowScope scope)
    {
        var bound = _fields.Resolve(field, scope);
        if (bound.Type.Kind is FormulaTypeKind.Rows || bound is BoundNode.Column)
        {
            CountSubquery(field.Span);
        }

        return bound;
    }

    private void CountSubquery(TextSpan span)
    {
        if (++_subqueries == FormulaLimits.Subqueries + 1)
        {
            _diagnostics.Add(FormulaDiagnostics.TooManySubqueries(span));
        }
    }

    private BoundNode BindName(SyntaxNode.Name name, RowScope scope)
    {
        var isItem = name.Text == "当前项" || name.Text.Equals("ITEM", StringComparison.OrdinalIgnoreCase);
        if (isItem && scope.Item is { Kind: not FormulaTypeKind.Rows } item)
        {
            return new BoundNode.Item(scope, item, name.Span);
        }

        _diagnostics.Add((isItem, scope.Item) switch
        {
            (true, null) => FormulaDiagnostics.ItemOutside(name.Span),
            (true, _) => FormulaDiagnostics.ItemIsRow(name.Span),
            _ => FormulaDiagnostics.UnknownName(name.Span, name.Text),
        });
        return new BoundNode.Error(name.Span);
    }

    private BoundNode BindList(SyntaxNode.List list, RowScope scope)
    {
        var items = list.Items.Select(item => Bind(item, scope)).ToArray();
        return BindItems(items, list.Span);
    }

    private BoundNode BindItems(BoundNode[] items, TextSpan span)
    {
        if (items.Length > FormulaLimits.ListItems)
        {
            _diagnostics.Add(FormulaDiagnostics.TooManyItems(span));
        }

        var type = FormulaType.Blank;
        foreach (var item in items)
        {
            if (item.Type.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows || Conversions.Common(type, item.Type) is not { } common)
            {
                _diagnostics.Add(FormulaDiagnostics.BranchesDiffer(item.Span, new("列表的这一项", "This item of the list"), type, item.Type));
                return new BoundNode.Error(span);
            }

            type = common;
        }

        return type.IsError
            ? new BoundNode.Error(span)
            : new BoundNode.List(items.Select(item => Conversions.Apply(item, type)).ToArray(), FormulaType.ListOf(type), span);
    }

    private BoundNode BindUnary(SyntaxNode.Unary unary, RowScope scope)
    {
        var operand = Bind(unary.Operand, scope);
        if (operand.Type.IsError)
        {
            return operand;
        }

        var wanted = unary.Operator == UnaryOperator.Not ? FormulaType.Boolean
            : operand.Type.Kind == FormulaTypeKind.Time ? FormulaType.Time
            : FormulaType.Number;
        if (operand.Type.Is(wanted))
        {
            return new BoundNode.Unary(unary.Operator, operand, wanted, unary.Span);
        }

        var place = unary.Operator == UnaryOperator.Not
            ? new Core.Naming.LocalizedText("“非”后面", "What follows NOT")
            : new("正负号或百分号旁边", "What stands beside the sign");
        _diagnostics.Add(FormulaDiagnostics.WrongType(operand.Span, place, wanted, operand.Type));
        return new BoundNode.Error(unary.Span);
    }

    private BoundNode BindBinary(SyntaxNode.Binary binary, RowScope scope)
    {
        var left = Bind(binary.Left, scope);
        var right = Bind(binary.Right, scope);
        if (left.Type.IsError || right.Type.IsError)
        {
            return new BoundNode.Error(binary.Span);
        }

        var types = OperatorTypes.Find(binary.Operator, left.Type, right.Type);
        if (types is null)
        {
            _diagnostics.Add(Explain(binary, left.Type, right.Type));
            return new BoundNode.Error(binary.Span);
        }

        WarnOfDate(left, types.Left);
        WarnOfDate(right, types.Right);
        return new BoundNode.Binary(
            binary.Operator, Conversions.Apply(left, types.Left), Conversions.Apply(right, types.Right), types.ResultType, binary.Span);
    }

    private static FormulaDiagnostic Explain(SyntaxNode.Binary binary, FormulaType left, FormulaType right)
    {
        var symbol = OperatorTable.SymbolOf(binary.Operator);
        var hasText = left.Kind is FormulaTypeKind.Text or FormulaTypeKind.Blank || right.Kind is FormulaTypeKind.Text or FormulaTypeKind.Blank;
        return binary.Operator switch
        {
            BinaryOperator.Add when hasText => FormulaDiagnostics.AddingText(binary.Span),
            BinaryOperator.And or BinaryOperator.Or => FormulaDiagnostics.WrongType(
                left.Kind == FormulaTypeKind.Boolean ? binary.Right.Span : binary.Left.Span,
                new($"{symbol} 的一边", $"One side of {symbol}"), FormulaType.Boolean, left.Kind == FormulaTypeKind.Boolean ? right : left),
            BinaryOperator.Concatenate => FormulaDiagnostics.WrongType(
                Conversions.IsPrintable(left) ? binary.Right.Span : binary.Left.Span,
                new("& 的一边", "One side of &"), FormulaType.Text, Conversions.IsPrintable(left) ? right : left),
            _ when OperatorTable.IsComparison(binary.Operator) && left.Kind == FormulaTypeKind.Text && right.Kind == FormulaTypeKind.Text
                => FormulaDiagnostics.TextOrder(binary.Span, symbol),
            _ => FormulaDiagnostics.BadOperands(binary.Span, symbol, left, right),
        };
    }

    private void WarnOfDate(BoundNode node, FormulaType target)
    {
        if (target.Kind == FormulaTypeKind.Number && node.Type.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime)
        {
            _diagnostics.Add(FormulaDiagnostics.DateAsNumber(node.Span));
        }
    }

    /// <summary>[状态] IN ("新建", "进行中") is the function IN written between its arguments; one list may stand for all of them.</summary>
    private BoundNode BindIn(SyntaxNode.In membership, RowScope scope)
    {
        var arguments = membership.Items.Prepend(membership.Operand).Select(item => Bind(item, scope)).ToArray();
        return Resolve(FunctionCatalog.Find("IN")!, arguments, membership.Span);
    }
}

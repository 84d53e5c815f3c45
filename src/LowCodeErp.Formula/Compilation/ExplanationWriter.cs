using System.Collections;
using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Writes one step of a calculation: what was asked, the values that went in, the value that came out.</summary>
internal sealed class ExplanationWriter(string text, TimeZoneInfo zone, bool isChinese)
{
    private const int ShownItems = 10;

    public string Write(BoundNode node, Func<BoundNode, (object? Value, bool Failed)> evaluate)
    {
        var (value, failed) = evaluate(node);
        var asked = text.Substring(node.Span.Start, node.Span.Length);
        var result = failed ? isChinese ? "出错，为空" : "failed, so blank" : Show(value, node.Type);
        var filled = Fill(node, child => ShowChild(child, evaluate));
        return filled is null || filled == asked || filled == result ? $"{asked} = {result}" : $"{asked} = {filled} = {result}";
    }

    private string ShowChild(BoundNode child, Func<BoundNode, (object? Value, bool Failed)> evaluate)
    {
        if (child is BoundNode.Each)
        {
            return text.Substring(child.Span.Start, child.Span.Length);
        }

        var value = Show(evaluate(child).Value, child.Type);
        return child.Type.Kind == FormulaTypeKind.Text && evaluate(child).Value is not null ? $"\"{value}\"" : value;
    }

    /// <summary>The step with its values put in; null where there is nothing to put in.</summary>
    private string? Fill(BoundNode node, Func<BoundNode, string> show) => node switch
    {
        BoundNode.Binary binary => $"{show(binary.Left)} {Symbol(binary.Operator)} {show(binary.Right)}",
        BoundNode.Unary { Operator: UnaryOperator.Not } unary => $"{(isChinese ? "非" : "NOT")} {show(unary.Operand)}",
        BoundNode.Unary { Operator: UnaryOperator.Percent } unary => $"{show(unary.Operand)}%",
        BoundNode.Unary unary => $"{(unary.Operator == UnaryOperator.Negate ? "-" : "+")}{show(unary.Operand)}",
        BoundNode.Call { Arguments.Count: > 0 } call => $"{NameOf(call)}({string.Join(", ", call.Arguments.Select(show))})",
        _ => null,
    };

    private string Symbol(BinaryOperator binary) => binary switch
    {
        BinaryOperator.And => isChinese ? "且" : "AND",
        BinaryOperator.Or => isChinese ? "或" : "OR",
        _ => OperatorTable.SymbolOf(binary),
    };

    private string NameOf(BoundNode.Call call) => isChinese && call.Function.Aliases.Count > 0 ? call.Function.Aliases[0] : call.Function.Name;

    private string Show(object? value, FormulaType type) => value switch
    {
        null => isChinese ? "空" : "blank",
        string content => content,
        decimal time when type.Kind == FormulaTypeKind.Time => FormulaPrimitives.TimeText(time)!,
        decimal number => FormulaPrimitives.NumberText(number)!,
        bool boolean => isChinese ? boolean ? "真" : "假" : boolean ? "TRUE" : "FALSE",
        DateOnly date => FormulaPrimitives.DateText(date)!,
        DateTime moment => LocalTime.FromUtc(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IReadOnlyList<IFormulaRow> rows => isChinese ? $"{rows.Count} 行" : $"{rows.Count} rows",
        IEnumerable items => ShowItems(items.Cast<object?>().ToArray(), type.Element!),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private string ShowItems(object?[] items, FormulaType type)
    {
        var shown = string.Join(", ", items.Take(ShownItems).Select(item => Show(item, type)));
        return items.Length > ShownItems ? $"{{{shown}, …}}" : $"{{{shown}}}";
    }
}

using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Tests.Rewriting;

/// <summary>A bound tree as text, for comparing what a rewriting made.</summary>
internal static class BoundText
{
    public static string Of(BoundNode node) => node switch
    {
        BoundNode.Literal literal => OfLiteral(literal.Value),
        BoundNode.Field field => $"[{field.Path.Keys}]",
        BoundNode.Unary { Operator: UnaryOperator.Not } not => $"NOT({Of(not.Operand)})",
        BoundNode.Unary unary => $"{unary.Operator}({Of(unary.Operand)})",
        BoundNode.Binary { Operator: BinaryOperator.Or } binary => $"({Of(binary.Left)} OR {Of(binary.Right)})",
        BoundNode.Binary { Operator: BinaryOperator.And } binary => $"{Of(binary.Left)} AND {Of(binary.Right)}",
        BoundNode.Binary binary => $"{Of(binary.Left)} {OperatorTable.SymbolOf(binary.Operator)} {Of(binary.Right)}",
        BoundNode.Call call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        BoundNode.Conversion conversion => $"{conversion.Type.Kind}({Of(conversion.Operand)})",
        BoundNode.Guarded guarded => $"{Of(guarded.Value)} UNLESS {Of(guarded.FailsWhen)}",
        BoundNode.Each each => Of(each.Body),
        _ => node.GetType().Name,
    };

    private static string OfLiteral(object? value) => value switch
    {
        null => "blank",
        DateOnly date => $"#{date:yyyy-MM-dd}#",
        DateTime moment => $"#{moment:yyyy-MM-dd HH:mm}#",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

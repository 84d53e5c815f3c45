using System.Globalization;

namespace LowCodeErp.Formula.Syntax;

/// <summary>
/// Writes a tree in its one canonical spelling. Printing what was printed gives the same text; names of fields and functions
/// pass through the two renamers, which is how keys become labels and back.
/// </summary>
public sealed class FormulaPrinter(Func<SyntaxNode.Field, string> nameField, Func<string, string> nameFunction)
{
    public static FormulaPrinter AsWritten { get; } = new(field => field.Path, function => function.ToUpperInvariant());

    public string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node switch
        {
            SyntaxNode.Literal literal => PrintLiteral(literal.Value),
            SyntaxNode.Field field => PrintName(nameField(field)),
            SyntaxNode.Name name => name.Text,
            SyntaxNode.Unary unary => PrintUnary(unary),
            SyntaxNode.Binary binary => $"{Print(binary.Left)} {Symbol(binary.Operator)} {Print(binary.Right)}",
            SyntaxNode.In membership => $"{Print(membership.Operand)} IN ({PrintAll(membership.Items)})",
            SyntaxNode.Call call => $"{nameFunction(call.Function)}({PrintAll(call.Arguments)})",
            SyntaxNode.List list => $"{{{PrintAll(list.Items)}}}",
            SyntaxNode.Parenthesised parenthesised => $"({Print(parenthesised.Inner)})",
            _ => "",
        };
    }

    /// <summary>A field as formulas write it: between brackets, in which a closing one is doubled.</summary>
    /// <param name="field">Its key or label, or a path of them.</param>
    public static string PrintName(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return $"[{field.Replace("]", "]]", StringComparison.Ordinal)}]";
    }

    public static string PrintLiteral(object value) => value switch
    {
        string text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool boolean => boolean ? "TRUE" : "FALSE",
        DateOnly date => $"#{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}#",
        DateTime moment => $"#{moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}#",
        _ => throw new ArgumentException($"No literal is a {value?.GetType()}.", nameof(value)),
    };

    private string PrintAll(IEnumerable<SyntaxNode> nodes) => string.Join(", ", nodes.Select(Print));

    private string PrintUnary(SyntaxNode.Unary unary)
    {
        var operand = Print(unary.Operand);
        return unary.Operator switch
        {
            UnaryOperator.Negate => "-" + operand,
            UnaryOperator.Plus => "+" + operand,
            UnaryOperator.Percent => operand + "%",
            _ => unary.Operand is SyntaxNode.Binary or SyntaxNode.In ? "NOT " + operand : "!" + operand,
        };
    }

    private static string Symbol(BinaryOperator binary) => binary switch
    {
        BinaryOperator.And => "AND",
        BinaryOperator.Or => "OR",
        _ => OperatorTable.SymbolOf(binary),
    };
}

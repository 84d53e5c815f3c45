using System.Text;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>Writes a formula with other names of its fields and functions and leaves everything else as its author wrote it, line breaks above all.</summary>
public sealed class NameRewriter(Func<SyntaxNode.Field, string> nameField, Func<string, string> nameFunction)
{
    public string Rewrite(FormulaSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        var (written, end) = (new StringBuilder(), 0);
        foreach (var (span, name) in Names(syntax.Root).OrderBy(name => name.Span.Start))
        {
            written.Append(syntax.Text, end, span.Start - end).Append(name);
            end = span.End;
        }

        return written.Append(syntax.Text, end, syntax.Text.Length - end).ToString();
    }

    private IEnumerable<(TextSpan Span, string Name)> Names(SyntaxNode node) => node switch
    {
        SyntaxNode.Field field => [(field.Span, FormulaPrinter.PrintName(nameField(field)))],
        SyntaxNode.Unary unary => Names(unary.Operand),
        SyntaxNode.Binary binary => Names(binary.Left).Concat(Names(binary.Right)),
        SyntaxNode.In membership => membership.Items.Prepend(membership.Operand).SelectMany(Names),
        SyntaxNode.Call call => call.Arguments.SelectMany(Names).Prepend((call.NameSpan, nameFunction(call.Function))),
        SyntaxNode.List list => list.Items.SelectMany(Names),
        SyntaxNode.Parenthesised parenthesised => Names(parenthesised.Inner),
        _ => [],
    };
}

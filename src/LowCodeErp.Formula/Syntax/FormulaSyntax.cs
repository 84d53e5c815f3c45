using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>A formula as read: always a tree, and everything that was wrong with its text.</summary>
public sealed record FormulaSyntax(string Text, SyntaxNode Root, IReadOnlyList<FormulaDiagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

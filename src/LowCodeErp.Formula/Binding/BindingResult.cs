using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <param name="Names">What each field in the text is called; for printing with keys or labels.</param>
public sealed record BindingResult(
    BoundNode Root, IReadOnlyDictionary<SyntaxNode.Field, FieldName> Names, IReadOnlyList<FormulaDiagnostic> Diagnostics);

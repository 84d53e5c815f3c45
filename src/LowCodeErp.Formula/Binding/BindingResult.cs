using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <param name="Names">The path that each field in the text means; for printing with keys or labels.</param>
public sealed record BindingResult(
    BoundNode Root, IReadOnlyDictionary<SyntaxNode.Field, FieldPath> Names, IReadOnlyList<FormulaDiagnostic> Diagnostics);

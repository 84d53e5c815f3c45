using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// The way in: text and schema to a formula that can be evaluated, explained, printed and looked at. It never throws for
/// an author's mistake; see <see cref="CompiledFormula.Diagnostics"/>.
/// </summary>
public static class FormulaCompiler
{
    public static CompiledFormula Compile(string text, IFormulaSchema schema, FormulaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        options ??= FormulaOptions.Default;
        var syntax = Parser.Parse(text);
        var scope = new RowScope(null, schema, null);
        var binding = Binder.Bind(syntax.Root, scope, options);
        var diagnostics = syntax.Diagnostics.Concat(binding.Diagnostics).ToList();
        var root = ConvertResult(binding.Root, options.ResultType, diagnostics);
        if (options.Context == FormulaContext.Set && root.Type.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows)
        {
            diagnostics.Add(FormulaDiagnostics.ListInSets(root.Span));
        }

        var facts = FormulaFacts.Of(root);
        if (facts.Cost > FormulaLimits.Cost)
        {
            diagnostics.Add(FormulaDiagnostics.TooCostly(root.Span));
        }

        return new(syntax, scope, root, binding.Names, facts, diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToArray());
    }

    private static BoundNode ConvertResult(BoundNode root, FormulaType? wanted, List<FormulaDiagnostic> diagnostics)
    {
        if (wanted is null || root.Type.IsError)
        {
            return root;
        }

        var fits = root.Type.Kind == FormulaTypeKind.Blank
            || (Conversions.Cost(root.Type, wanted) is { } cost && cost < Conversions.DateAsNumber);
        if (fits)
        {
            return Conversions.Apply(root, wanted);
        }

        if (!diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            diagnostics.Add(FormulaDiagnostics.WrongResultType(root.Span, wanted, root.Type));
        }

        return new BoundNode.Error(root.Span);
    }
}

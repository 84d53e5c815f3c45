using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// Finds the field that [a.b] means, from the innermost scope outwards. A whole label is tried before it is cut at its
/// dots, so that labels may contain them.
/// </summary>
internal sealed class FieldResolver(FormulaContext context, List<FormulaDiagnostic> diagnostics)
{
    private readonly Dictionary<SyntaxNode.Field, FieldPath> _names = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyDictionary<SyntaxNode.Field, FieldPath> Names => _names;

    public BoundNode Resolve(SyntaxNode.Field field, RowScope scope)
    {
        if (field.Path.Length == 0)
        {
            return new BoundNode.Error(field.Span);
        }

        if (context == FormulaContext.Constant)
        {
            diagnostics.Add(FormulaDiagnostics.FieldInConstant(field.Span, field.Path));
            return new BoundNode.Error(field.Span);
        }

        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.Schema is not null && FindFirst(current.Schema, field.Path) is { } first)
            {
                return Walk(field, scope, current, first.Field, first.Remainder);
            }
        }

        return Unknown(field, Outermost(scope).Schema!, field.Path.Split('.')[0]);
    }

    private static RowScope Outermost(RowScope scope) => scope.Parent is null ? scope : Outermost(scope.Parent);

    private static (FormulaField Field, string Remainder)? FindFirst(IFormulaSchema schema, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            var name = path[..end].Trim();
            if (schema.Fields.FirstOrDefault(candidate => candidate.IsCalled(name)) is { } found)
            {
                return (found, end == path.Length ? "" : path[(end + 1)..]);
            }
        }

        return null;
    }

    /// <summary>Follows the path: through references on the way to a value, once through a table.</summary>
    private BoundNode Walk(SyntaxNode.Field syntax, RowScope inner, RowScope origin, FormulaField first, string rest)
    {
        var written = new List<FormulaField> { first };
        var (scope, steps) = rest.Length > 0 && LineOf(inner, first) is { } line ? (line, new List<FormulaField>()) : (origin, [first]);
        RowScope? column = null;
        BoundNode? rows = null;
        var last = first;
        while (rest.Length > 0)
        {
            if (last.Target is null)
            {
                diagnostics.Add(FormulaDiagnostics.NotAPath(syntax.Span, last.Label.Chinese, last.Type.Name));
                return new BoundNode.Error(syntax.Span);
            }

            if (FindFirst(last.Target(), rest) is not { } next)
            {
                return Unknown(syntax, last.Target(), rest.Split('.')[0]);
            }

            if (last.Kind == ValueKind.Table && steps.Count > 0)
            {
                if (column is not null || next.Field.Kind == ValueKind.Table)
                {
                    diagnostics.Add(FormulaDiagnostics.TableInTable(syntax.Span, next.Field.Label.Chinese));
                    return new BoundNode.Error(syntax.Span);
                }

                rows = new BoundNode.Field(scope, new([.. steps]), last.Type, syntax.Span);
                column = new(scope, last.Target(), last.Type, rows);
                (scope, steps) = (column, []);
            }

            written.Add(next.Field);
            steps.Add(next.Field);
            (last, rest) = next;
        }

        _names[syntax] = new(written);
        var value = new BoundNode.Field(scope, new(steps), last.Type, syntax.Span);
        return column is null ? value : new BoundNode.Column(rows!, column, value, syntax.Span);
    }

    /// <summary>The scope whose current line belongs to the table, if there is one.</summary>
    private static RowScope? LineOf(RowScope? scope, FormulaField table)
        => scope is null || scope.Table == table ? scope : LineOf(scope.Parent, table);

    private BoundNode.Error Unknown(SyntaxNode.Field field, IFormulaSchema schema, string name)
    {
        var similar = schema.Fields
            .Select(candidate => candidate.Label.Chinese)
            .Where(label => EditDistance.Between(label, name) <= Math.Max(1, name.Length / 3))
            .OrderBy(label => EditDistance.Between(label, name))
            .FirstOrDefault();
        diagnostics.Add(FormulaDiagnostics.UnknownField(field.Span, name, schema.Key, name.Length > 60 ? null : similar));
        return new(field.Span);
    }
}

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
            if (current.Schema is not null && FindFirst(current.Schema, field.Path, field.Span) is { } first)
            {
                return Walk(field, scope, current, first.Field, first.Remainder);
            }
        }

        return Unknown(field, Outermost(scope).Schema!, field.Path.Split('.')[0]);
    }

    private static RowScope Outermost(RowScope scope) => scope.Parent is null ? scope : Outermost(scope.Parent);

    private (FormulaField Field, string Remainder)? FindFirst(IFormulaSchema schema, string path, TextSpan span)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            var name = path[..end].Trim();
            if (Find(schema, name, span) is { } found)
            {
                return (found, end == path.Length ? "" : path[(end + 1)..]);
            }
        }

        return null;
    }

    /// <summary>A key names one field, and is what is stored; a label may be borne by several, and then does not say which is meant.</summary>
    private FormulaField? Find(IFormulaSchema schema, string name, TextSpan span)
    {
        var called = schema.Fields.Where(candidate => candidate.IsCalled(name)).ToList();
        var found = called.Find(candidate => candidate.Key == name);
        if (found is null && called.Count > 1)
        {
            diagnostics.Add(FormulaDiagnostics.AmbiguousField(span, name, called.Select(candidate => candidate.Key)));
        }

        return found ?? called.FirstOrDefault();
    }

    /// <summary>Follows the path: through references on the way to a value, once through a table.</summary>
    private BoundNode Walk(SyntaxNode.Field syntax, RowScope inner, RowScope origin, FormulaField first, string remainder)
    {
        var line = remainder.Length > 0 ? LineOf(inner, first) : null;
        var walk = new PathWalk(syntax.Span, first, line ?? origin, isLine: line is not null);
        while (remainder.Length > 0)
        {
            if (walk.Last.Target?.Invoke() is not { } target)
            {
                diagnostics.Add(FormulaDiagnostics.NotAPath(syntax.Span, walk.Last.Label.Chinese, walk.Last.Type.Name));
                return new BoundNode.Error(syntax.Span);
            }

            if (FindFirst(target, remainder, syntax.Span) is not { } next)
            {
                return Unknown(syntax, target, remainder.Split('.')[0]);
            }

            if (!walk.TryStep(next.Field))
            {
                diagnostics.Add(FormulaDiagnostics.TableInTable(syntax.Span, next.Field.Label.Chinese));
                return new BoundNode.Error(syntax.Span);
            }

            remainder = next.Remainder;
        }

        _names[syntax] = walk.Written;
        return walk.Finish();
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

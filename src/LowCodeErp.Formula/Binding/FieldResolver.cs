using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// Finds the field that [a.b] means, from the innermost scope outwards. A whole label is tried before it is cut at its
/// dots, so that labels may contain them.
/// </summary>
internal sealed class FieldResolver(FormulaOptions options, List<FormulaDiagnostic> diagnostics)
{
    private readonly Dictionary<SyntaxNode.Field, FieldName> _names = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyDictionary<SyntaxNode.Field, FieldName> Names => _names;

    public BoundNode Resolve(SyntaxNode.Field field, RowScope scope)
    {
        if (field.Path.Length == 0)
        {
            return new BoundNode.Error(field.Span);
        }

        if (options.Context == FormulaContext.Constant)
        {
            diagnostics.Add(FormulaDiagnostics.FieldInConstant(field.Span, field.Path));
            return new BoundNode.Error(field.Span);
        }

        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.Schema is not null && FindFirst(current.Schema, field) is { } first)
            {
                return first.Field.IsEncrypted ? Encrypted(field, first) : Walk(field, scope, current, first);
            }
        }

        return Unknown(field, Outermost(scope).Schema!, field.Path.Split('.')[0]);
    }

    private static RowScope Outermost(RowScope scope) => scope.Parent is null ? scope : Outermost(scope.Parent);

    private IEnumerable<FormulaField> Readable(IFormulaSchema schema)
        => options.CanRead is { } canRead ? schema.Fields.Where(field => canRead(schema, field)) : schema.Fields;

    private FieldStep? FindFirst(IFormulaSchema schema, SyntaxNode.Field syntax, string? remainder = null)
    {
        var path = remainder ?? syntax.Path;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            var name = path[..end].Trim();
            if (Find(schema, name, syntax) is { } found)
            {
                return new(found, LabelOf(found, schema), end == path.Length ? "" : path[(end + 1)..]);
            }
        }

        return null;
    }

    /// <summary>A key means its field whatever others are called; a label may be that of several.</summary>
    private FormulaField? Find(IFormulaSchema schema, string name, SyntaxNode.Field syntax)
    {
        var called = Readable(schema).Where(candidate => candidate.IsCalled(name)).ToArray();
        var found = called.FirstOrDefault(candidate => candidate.Key == name) ?? called.FirstOrDefault();
        if (called.Length > 1 && found!.Key != name)
        {
            diagnostics.Add(FormulaDiagnostics.AmbiguousField(syntax.Span, name, called.Select(field => field.Key)));
        }

        return found;
    }

    private LocalizedText LabelOf(FormulaField field, IFormulaSchema schema)
        => Readable(schema).Count(other => other.IsCalled(field.Label.Chinese)) > 1 ? new(field.Key) : field.Label;

    /// <summary>Follows the path: through references on the way to a value, once through a table.</summary>
    private BoundNode Walk(SyntaxNode.Field syntax, RowScope inner, RowScope origin, FieldStep first)
    {
        var remainder = first.Remainder;
        var line = remainder.Length > 0 ? LineOf(inner, first.Field) : null;
        var walk = new PathWalk(syntax.Span, first, line ?? origin, isLine: line is not null);
        while (remainder.Length > 0)
        {
            if (walk.Last.Target?.Invoke() is not { } target)
            {
                diagnostics.Add(FormulaDiagnostics.NotAPath(syntax.Span, walk.Last.Label.Chinese, walk.Last.Type.Name));
                return new BoundNode.Error(syntax.Span);
            }

            if (FindFirst(target, syntax, remainder) is not { } next)
            {
                return Unknown(syntax, target, remainder.Split('.')[0]);
            }

            if (next.Field.IsEncrypted)
            {
                return Encrypted(syntax, next);
            }

            if (!walk.TryStep(next))
            {
                diagnostics.Add(FormulaDiagnostics.TableInTable(syntax.Span, next.Field.Label.Chinese));
                return new BoundNode.Error(syntax.Span);
            }

            remainder = next.Remainder;
        }

        _names[syntax] = walk.Name;
        return walk.Finish();
    }

    /// <summary>The scope whose current line belongs to the table, if there is one.</summary>
    private static RowScope? LineOf(RowScope? scope, FormulaField table)
        => scope is null || scope.Table == table ? scope : LineOf(scope.Parent, table);

    private BoundNode.Error Encrypted(SyntaxNode.Field field, FieldStep step)
    {
        diagnostics.Add(FormulaDiagnostics.EncryptedField(field.Span, step.Field.Label.Chinese));
        return new(field.Span);
    }

    private BoundNode.Error Unknown(SyntaxNode.Field field, IFormulaSchema schema, string name)
    {
        var similar = Readable(schema)
            .Select(candidate => candidate.Label.Chinese)
            .Where(label => EditDistance.Between(label, name) <= Math.Max(1, name.Length / 3))
            .OrderBy(label => EditDistance.Between(label, name))
            .FirstOrDefault();
        diagnostics.Add(FormulaDiagnostics.UnknownField(field.Span, name, schema.Label, name.Length > 60 ? null : similar));
        return new(field.Span);
    }
}

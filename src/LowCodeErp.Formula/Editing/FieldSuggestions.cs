using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Editing;

/// <summary>The fields that somebody may mean, those behind references and in lines too.</summary>
/// <param name="AreLinesSummed">Within SUM( … ), where a column of lines needs no function of its own.</param>
internal sealed record FieldSuggestions(FormulaOptions Options, CultureInfo Culture, bool AreLinesSummed)
{
    /// <summary>A field of the record whose name begins so is likelier than one of another record that is called just so.</summary>
    private const int Behind = 15;

    /// <summary>Where nothing was typed, columns of lines follow the record's own fields, before the functions.</summary>
    private const int BehindOwn = 3;

    public IEnumerable<(int Rank, Suggestion Suggestion)> Find(IFormulaSchema schema, string typed)
    {
        if (Options.Context == FormulaContext.Constant)
        {
            return [];
        }

        var (table, head, rest) = Split(schema, typed);
        var direct = Matching(table.Schema, rest).SelectMany(match => Of(head + match.Name, match.Field, match.Rank, table.IsTable));
        return head.Length > 0 ? direct : direct.Concat(Targets(schema).SelectMany(target => Reached(target.Name, target.Field, rest)));
    }

    /// <summary>The form or lines that a path leads to; null when it leads nowhere.</summary>
    public IFormulaSchema? Follow(IFormulaSchema schema, string path) => Walk(schema, path)?.Target!();

    private FormulaField? Walk(IFormulaSchema schema, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (Readable(schema).FirstOrDefault(field => field.Target is not null && field.IsCalled(path[..end].Trim())) is { } found)
            {
                return end == path.Length ? found : Walk(found.Target!(), path[(end + 1)..]);
            }
        }

        return null;
    }

    /// <summary>客户.等 is the path 客户, which leads to a form, and 等 that is being typed.</summary>
    private ((IFormulaSchema Schema, bool IsTable) Where, string Head, string Typed) Split(IFormulaSchema schema, string typed)
    {
        for (var dot = typed.LastIndexOf('.'); dot > 0; dot = typed.LastIndexOf('.', dot - 1))
        {
            if (Walk(schema, typed[..dot]) is { } field)
            {
                return ((field.Target!(), field.Kind == ValueKind.Table), typed[..(dot + 1)], typed[(dot + 1)..]);
            }
        }

        return ((schema, false), "", typed);
    }

    /// <summary>What is reached through a field: columns of lines always, fields of other records once something was typed, as there are many.</summary>
    private IEnumerable<(int Rank, Suggestion Suggestion)> Reached(string name, FormulaField field, string typed)
        => typed.Length == 0 && field.Kind != ValueKind.Table
            ? []
            : Matching(field.Target!(), typed).SelectMany(match => Of($"{name}.{match.Name}", match.Field, match.Rank + (typed.Length == 0 ? BehindOwn : Behind), field.Kind == ValueKind.Table));

    private IEnumerable<(string Name, FormulaField Field)> Targets(IFormulaSchema schema)
        => Readable(schema).Where(field => field.Target is not null).Select(field => (NameOf(field, schema), field));

    private IEnumerable<(string Name, FormulaField Field, int Rank)> Matching(IFormulaSchema schema, string typed)
    {
        foreach (var field in Readable(schema))
        {
            var name = NameOf(field, schema);
            if (NameMatch.Rank(typed, [name, field.Label.Chinese, field.Label.English, field.Key]) is { } rank)
            {
                yield return (name, field, rank * 10);
            }
        }
    }

    private IEnumerable<(int Rank, Suggestion Suggestion)> Of(string path, FormulaField field, int rank, bool isColumn)
    {
        var written = $"[{path.Replace("]", "]]", StringComparison.Ordinal)}]";
        if (isColumn && !AreLinesSummed && field is { Kind: ValueKind.Number, IsList: false })
        {
            var sum = $"SUM({written})";
            yield return (rank, new(SuggestionKind.Field, $"SUM({path})", sum, sum.Length, FormulaType.Number.Name));
        }

        yield return (rank + 1, new(SuggestionKind.Field, path, written, written.Length, field.Type.Name));
    }

    private IEnumerable<FormulaField> Readable(IFormulaSchema schema)
        => Options.CanRead is { } canRead ? schema.Fields.Where(field => !field.IsEncrypted && canRead(schema, field)) : schema.Fields.Where(field => !field.IsEncrypted);

    /// <summary>Its key where several are called alike.</summary>
    private string NameOf(FormulaField field, IFormulaSchema schema)
    {
        var name = field.Label.In(Culture);
        return Readable(schema).Count(other => other.IsCalled(name)) > 1 ? field.Key : name;
    }
}

using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>
/// The fields of a record that belongs to no form, from its JSON: an object is a reference, an array of objects a
/// sub-table, any other array a list; a text in ISO form is a date.
/// </summary>
public sealed class InferredSchema(DiagnosticBag diagnostics)
{
    /// <param name="records">Objects: the record, or all lines of a sub-table, which have the fields of all of them.</param>
    public FormulaSchema Infer(IEnumerable<JsonElement> records, string path)
    {
        var members = records.SelectMany(record => record.EnumerateObject()).GroupBy(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return new(path, 0, [.. members.Select((member, ordinal) => InferField(member.Key, ordinal, [.. member.Where(IsGiven)], JsonPath.Member(path, member.Key)))])
        {
            Label = path.Length == 0 ? new("这条数据", "the record") : new(path),
        };
    }

    private FormulaField InferField(string name, int ordinal, IReadOnlyList<JsonElement> values, string path)
    {
        var field = new FormulaField(name, new LocalizedText(name), ValueKind.Text, ordinal);
        if (values.Count == 0 || !values.All(value => value.ValueKind == JsonValueKind.Array))
        {
            return Complete(field, values, path);
        }

        JsonElement[] items = [.. values.SelectMany(value => value.EnumerateArray()).Where(IsGiven)];
        return items.All(item => item.ValueKind == JsonValueKind.Object)
            ? Point(field, ValueKind.Table, Infer(items, path))
            : Complete(field with { IsList = true }, items, path);
    }

    private FormulaField Complete(FormulaField field, IReadOnlyList<JsonElement> values, string path)
    {
        if (values.Count > 0 && values.All(value => value.ValueKind == JsonValueKind.Object))
        {
            return Point(field, ValueKind.Reference, Infer(values, path));
        }

        return field with { Kind = KindOf(values, path) };
    }

    private ValueKind KindOf(IReadOnlyList<JsonElement> values, string path)
    {
        if (values.All(value => value.ValueKind == JsonValueKind.String))
        {
            return KindOf([.. values.Select(value => value.GetString()!).Where(text => text.Length > 0)]);
        }

        if (values.All(value => value.ValueKind == JsonValueKind.Number))
        {
            return ValueKind.Number;
        }

        if (!values.All(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False))
        {
            diagnostics.Add(RecordJsonDiagnostics.MixedKinds(path));
        }

        return ValueKind.Boolean;
    }

    private static ValueKind KindOf(IReadOnlyList<string> texts)
        => texts.Count == 0 ? ValueKind.Text
            : texts.All(text => JsonMoment.ReadDate(text) is not null) ? ValueKind.Date
            : texts.All(text => JsonMoment.ReadDateTime(text, EvaluationContext.DefaultZone) is not null) ? ValueKind.DateTime
            : ValueKind.Text;

    private static FormulaField Point(FormulaField field, ValueKind kind, FormulaSchema target) => field with { Kind = kind, Target = () => target };

    private static bool IsGiven(JsonElement value) => value.ValueKind != JsonValueKind.Null;
}

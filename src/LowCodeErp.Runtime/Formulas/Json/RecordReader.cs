using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>
/// Reads a JSON object as a record of a schema. Members are keys or labels. A reference is an id, or the record behind it as
/// an object, whose own id is its member <c>id</c>.
/// </summary>
public sealed class RecordReader(TimeZoneInfo zone, DiagnosticBag diagnostics)
{
    public ArrayRow Read(JsonElement record, IFormulaSchema schema, string path)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var values = new object?[schema.Fields.Select(field => field.Ordinal + 1).DefaultIfEmpty().Max()];
        var related = new Dictionary<int, IFormulaRow>();
        var given = new HashSet<int>();
        foreach (var member in record.EnumerateObject())
        {
            var place = JsonPath.Member(path, member.Name);
            if (schema.Fields.FirstOrDefault(field => field.IsCalled(member.Name)) is not { } field)
            {
                ReportUnknown(member, schema, place);
                continue;
            }

            if (!given.Add(field.Ordinal))
            {
                diagnostics.Add(RecordJsonDiagnostics.GivenTwice(place));
            }

            values[field.Ordinal] = ReadField(member.Value, field, place);
            if (field.Kind == ValueKind.Reference && member.Value.ValueKind == JsonValueKind.Object && field.Target is { } target)
            {
                related[field.Ordinal] = Read(member.Value, target(), place);
            }
        }

        return new(values, related);
    }

    private void ReportUnknown(JsonProperty member, IFormulaSchema schema, string place)
    {
        if (member.Name != SystemColumns.Id)
        {
            diagnostics.Add(RecordJsonDiagnostics.UnknownField(place, schema.Fields.Select(field => field.Key)));
        }
    }

    private object? ReadField(JsonElement value, FormulaField field, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return field.Kind == ValueKind.Table ? ReadLines(value, field.Target!(), path)
            : field.IsList ? ReadList(value, field.Kind, path)
            : ReadValue(value, field.Kind, path);
    }

    private ArrayRow[]? ReadLines(JsonElement value, IFormulaSchema lines, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            diagnostics.Add(RecordJsonDiagnostics.WrongValue(path, new("若干行，写成 [{…}, {…}]", "lines, written [{…}, {…}]")));
            return null;
        }

        return [.. value.EnumerateArray().Select((line, index) => ReadLine(line, lines, JsonPath.Item(path, index)))];
    }

    private ArrayRow ReadLine(JsonElement line, IFormulaSchema lines, string path)
    {
        if (line.ValueKind == JsonValueKind.Object)
        {
            return Read(line, lines, path);
        }

        diagnostics.Add(RecordJsonDiagnostics.NotAnObject(path));
        return new(new object?[lines.Fields.Select(field => field.Ordinal + 1).DefaultIfEmpty().Max()]);
    }

    /// <summary>Formulas read a list as a list of the .NET type of its items.</summary>
    private object ReadList(JsonElement value, ValueKind kind, string path)
    {
        object?[] items = [.. value.EnumerateArray().Select((item, index) => ReadItem(item, kind, JsonPath.Item(path, index)))];
        return kind switch
        {
            ValueKind.Number => items.Cast<decimal?>().ToArray(),
            ValueKind.Boolean => items.Cast<bool?>().ToArray(),
            ValueKind.Date => items.Cast<DateOnly?>().ToArray(),
            ValueKind.DateTime => items.Cast<DateTime?>().ToArray(),
            _ => items.Cast<string?>().ToArray(),
        };
    }

    private object? ReadItem(JsonElement item, ValueKind kind, string path)
        => item.ValueKind == JsonValueKind.Null ? null : ReadValue(item, kind, path);

    private object? ReadValue(JsonElement value, ValueKind kind, string path)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (text?.Length == 0)
        {
            return null;
        }

        object? read = kind switch
        {
            ValueKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null,
            ValueKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null,
            ValueKind.Date => text is null ? null : JsonMoment.ReadDate(text),
            ValueKind.DateTime => text is null ? null : JsonMoment.ReadDateTime(text, zone),
            ValueKind.Reference => ReadId(value),
            _ => text,
        };
        if (read is null)
        {
            diagnostics.Add(RecordJsonDiagnostics.WrongValue(path, Describe(kind)));
        }

        return read;
    }

    private static long? ReadId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var id) ? id : null,
        JsonValueKind.Object => value.TryGetProperty(SystemColumns.Id, out var member) ? ReadId(member) : 0,
        _ => null,
    };

    private static LocalizedText Describe(ValueKind kind) => kind switch
    {
        ValueKind.Number => new("数字（最多 28 位）", "a number (of at most 28 digits)"),
        ValueKind.Boolean => new("true 或 false", "true or false"),
        ValueKind.Date => new("日期，写成 \"2024-01-31\"", "a date, written \"2024-01-31\""),
        ValueKind.DateTime => new("日期时间，写成 \"2024-01-31 08:30\"", "a date and time, written \"2024-01-31 08:30\""),
        ValueKind.Reference => new("编号，或写成对象的一条数据", "an id, or a record written as an object"),
        _ => new("文本，写在引号里", "a text in quotes"),
    };
}

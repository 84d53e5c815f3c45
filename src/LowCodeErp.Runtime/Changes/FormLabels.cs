using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What the forms of an app and their fields are called, in one version or, where that has them no more, in the other.</summary>
internal sealed class FormLabels
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly Dictionary<string, JsonElement[]> _forms;

    /// <param name="versions">The forms by key; what an earlier one says counts.</param>
    public FormLabels(params Dictionary<string, JsonElement>[] versions)
        => _forms = versions.SelectMany(version => version).GroupBy(form => form.Key).ToDictionary(form => form.Key, form => form.Select(version => version.Value).ToArray(), StringComparer.Ordinal);

    public LocalizedText? Form(string key) => _forms.GetValueOrDefault(key) is [var form, ..] ? JsonItems.Label(form) : null;

    /// <summary>The keys of a form's definition and of its fields.</summary>
    public KeyWords Of(string form) => new(path => Path(FieldsOf(form), path) ?? Form(path));

    /// <summary>The keys of the columns of a sub-table; its formulas read the record by the key of the form.</summary>
    public KeyWords OfLines(string form, string table)
        => new(path => path.StartsWith(form + ".", StringComparison.Ordinal) && Path(FieldsOf(form), path[(form.Length + 1)..]) is { } inner
            ? Join(Form(form)!, inner)
            : Path(ColumnsOf(Find(FieldsOf(form), table)), path) ?? Form(path));

    private LocalizedText? Path(IEnumerable<JsonElement> fields, string path)
    {
        var (key, rest) = path.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (path[..dot], path[(dot + 1)..]) : (path, null);
        var field = Find(fields, key);
        if (field.Count == 0 || rest is null)
        {
            return field is [var last, ..] ? JsonItems.Label(last) : null;
        }

        var settings = JsonItems.Find(field[0], "settings");
        var behind = JsonItems.Text(settings, "form") is { } target ? FieldsOf(target) : ColumnsOf(field);
        return Path(behind, rest) is { } inner ? Join(JsonItems.Label(field[0]), inner) : null;
    }

    private static LocalizedText Join(LocalizedText outer, LocalizedText inner) => new($"{outer.Chinese}.{inner.Chinese}", $"{outer.In(English)}.{inner.In(English)}");

    private IEnumerable<JsonElement> FieldsOf(string form) => (_forms.GetValueOrDefault(form) ?? []).SelectMany(version => JsonItems.ByKey(JsonItems.Find(version, "fields")).Values);

    private static IEnumerable<JsonElement> ColumnsOf(IEnumerable<JsonElement> tables)
        => tables.SelectMany(table => JsonItems.ByKey(JsonItems.Find(JsonItems.Find(table, "settings"), "fields")).Values);

    /// <summary>The field in each version that has it.</summary>
    private static List<JsonElement> Find(IEnumerable<JsonElement> fields, string key) => [.. fields.Where(field => JsonItems.Key(field) == key)];
}

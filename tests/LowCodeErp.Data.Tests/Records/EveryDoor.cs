using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>The same fields as a record and as a line, and every way in which values get into them.</summary>
internal sealed class EveryDoor(FieldDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IReadOnlyList<Door> All { get; } = Enum.GetValues<Door>();

    /// <summary>The forms <c>party</c>, and <c>order</c> with lines.</summary>
    public static FormBuilder[] Forms(Func<FormBuilder, FormBuilder> behave) =>
    [
        behave(Form("party").Field("name", "text")),
        Form("order").Field("number", "text").Lines("line", line => behave(line.Field("name", "text")), "sub-table"),
    ];

    public FormModel FormOf(Door door) => database.Form(door is Door.Call or Door.Page or Door.Import ? "party" : "order-line");

    /// <summary>Code and field of each problem, in their order, without the place of the line; blank when it is stored. Warnings are told, and confirmed.</summary>
    public async Task<string> EnterAsync(Door door, params IReadOnlyList<(string Key, string Text)> values)
    {
        var form = FormOf(door);
        var problems = door switch
        {
            Door.Call => await SaveAsync(form, NewInput(values)),
            Door.Page => await SaveAsync(form, (await FillAsync(RecordDraft.New(form), draft => draft, values)).ToInput()),
            Door.Import => await ImportAsync(form, values),
            Door.SubTable => await SaveAsync(database.Form("order"), NewInput([("number", "A")], NewInput(values))),
            Door.PageOfLines => await SaveAsync(database.Form("order"), (await FillAsync(RecordDraft.New(database.Form("order")), order => order.AddLine(order.Form["line"]), values)).ToInput()),
            Door.ImportOfLines => await ImportLinesAsync(form, values),
            _ => throw new InvalidOperationException($"{door} leads nowhere."),
        };
        return string.Join("; ", problems.Select(problem => Regex.Replace(problem, @"line\[0\]\.", "")).Order(StringComparer.Ordinal));
    }

    /// <summary>What the record, or the line, that was stored last holds.</summary>
    public async Task<StoredRecord> LastAsync(Door door)
    {
        var form = FormOf(door);
        var id = Convert.ToInt64(await database.Published.QueryAsync($"SELECT MAX(id) FROM \"{form.Table}\""), System.Globalization.CultureInfo.InvariantCulture);
        return (await database.Published.FindAsync(form.Key, id))!;
    }

    private async Task<IEnumerable<string>> SaveAsync(FormModel form, RecordInput input)
    {
        var result = await database.Published.Pipeline.SaveAsync(new(form, [input], Actor.System, ChangeSource.Command), Cancellation);
        return result switch
        {
            SaveResult.Invalid invalid => invalid.Problems.Select(problem => Describe(problem.Diagnostic)),
            SaveResult.Unconfirmed asked => [.. asked.Warnings.Select(warning => Describe(warning.Diagnostic)), .. await SaveAsync(form, input.Confirming(asked.Warnings))],
            _ => [],
        };
    }

    private async Task<IEnumerable<string>> ImportAsync(FormModel form, IReadOnlyList<(string Key, string Text)> values)
    {
        var csv = $"{string.Join(',', values.Select(value => value.Key))}\n{string.Join(',', values.Select(value => $"\"{value.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n";
        var result = await database.RunImportAsync(form.Key, csv);
        return result.Errors.Concat(result.Warnings).Select(error => Describe(error.Diagnostic));
    }

    private async Task<IEnumerable<string>> ImportLinesAsync(FormModel form, IReadOnlyList<(string Key, string Text)> values)
    {
        var number = Guid.NewGuid().ToString();
        await database.AddAsync("order", ("number", InputValue.Of(number)));
        return await ImportAsync(form, [("order", number), .. values]);
    }

    /// <summary>As the editors do: what can be read is taken as a value, what names a record as its id.</summary>
    private async Task<RecordDraft> FillAsync(RecordDraft page, Func<RecordDraft, RecordDraft> place, IReadOnlyList<(string Key, string Text)> values)
    {
        var draft = place(page);
        var logic = new DraftLogic(page, () => new EvaluationContext(PublishedDatabase.Now), () => { }, ReadReferredAsync);
        logic.Run();
        foreach (var (key, text) in values)
        {
            await SetAsync(draft, draft.Form[key], text);
            logic.Run();
            await logic.ReadReferredAsync();
        }

        return page;
    }

    private async Task SetAsync(RecordDraft draft, FieldModel field, string text)
    {
        var input = field.HoldsIds ? await FindAsync(field, text) : InputValue.Of(text);
        var parts = field.Parts.Count == 0
            ? [(field, input)]
            : field.Parts.Zip(field.PartedType.TakeApart(input, [.. field.Parts.Select(_ => InputValue.Blank)], field.Settings, field.Key, new()));
        foreach (var (part, given) in parts)
        {
            var diagnostics = new DiagnosticBag();
            var value = part.Type.Read(given, part.Settings, part.Key, diagnostics);
            draft.Set(part, diagnostics.HasErrors ? given : InputValue.Of(value), null, diagnostics.Items);
        }
    }

    /// <summary>What names nothing stays as it was typed.</summary>
    private async Task<InputValue> FindAsync(FieldModel field, string text)
    {
        var items = new List<InputValue>();
        foreach (var name in field.IsList ? ListText.Split(text) : [text])
        {
            var found = field.Target is { } target
                ? await database.Published.Queries.SuggestAsync(target, name, 20, Actor.System, cancellationToken: Cancellation)
                : field.ItemShape is FieldShape.Department ? DepartmentMatch.Find(await database.Published.Departments.ReadAsync(Cancellation), name)
                : await database.Published.Queries.SuggestMembersAsync(name, 20, Actor.System, Cancellation);
            items.Add(found.FirstOrDefault(match => match.Title == name || match.Code == name) is { } named ? InputValue.Of((decimal)named.Id) : InputValue.Of(name));
        }

        return field.IsList ? InputValue.Of(items) : items[0];
    }

    private async Task<RecordDraft?> ReadReferredAsync(FormModel form, long id)
        => await database.Published.Queries.FindAsync(form, id, Actor.System, Cancellation) is { } row ? RecordDraft.From(row) : null;

    private static string Describe(Diagnostic problem) => $"{(problem.Severity == Severity.Warning ? "warning " : "")}{problem.Code} {problem.Path}";

    private static RecordInput NewInput(IReadOnlyList<(string Key, string Text)> values, params RecordInput[] lines) => new()
    {
        Values = values.ToDictionary(value => value.Key, value => InputValue.Of(value.Text)),
        Lines = lines.Length == 0 ? new Dictionary<string, IReadOnlyList<RecordInput>>() : new() { ["line"] = lines },
    };

    /// <summary>The ways in which a record, or a line, comes.</summary>
    internal enum Door
    {
        Call,
        Page,
        Import,
        SubTable,
        PageOfLines,
        ImportOfLines,
    }
}

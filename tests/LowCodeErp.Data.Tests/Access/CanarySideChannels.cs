using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Access;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What could be concluded about what is hidden from places, numbers and answers of yes or no: all of them follow from what the member is shown.</summary>
internal sealed class CanarySideChannels(CanaryWorkspace workspace, AccessDatabase database, long member)
{
    private static readonly string[] _forms = ["customer", "order"];

    private readonly Actor _actor = AccessDatabase.Member(member);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRecordQueries Queries => database.Published.Queries;

    /// <summary>What should come out, and what does.</summary>
    public async IAsyncEnumerable<(string Surface, string Expected, string Actual)> CompareAsync(IReadOnlyList<Canary> hidden)
    {
        foreach (var form in _forms.Select(database.Form))
        {
            var all = await Queries.ReadPageAsync(new(form), _actor, Cancellation);
            yield return ($"count of {form}", $"{workspace.Records.Count(record => record.Form == form.Key && workspace.Sees(member, record))}", $"{(await Queries.ReadPageAsync(new(form) { Take = 0 }, _actor, Cancellation)).TotalCount}");
            foreach (var field in form.ReadableFields.Where(field => field.Kind == ValueKind.Text))
            {
                foreach (var descending in new[] { false, true })
                {
                    var sorted = await Queries.ReadPageAsync(new(form) { Sort = [new(FieldPath.Of(field), descending)] }, _actor, Cancellation);
                    yield return ($"places by {field}", Ids(Sort(all.Rows, field, descending)), Ids(sorted.Rows));
                }

                if (RecordGrouping.Groups(field))
                {
                    var groups = await Queries.ReadGroupsAsync(new(form), new(field, [], 100), _actor, Cancellation);
                    yield return ($"counts by {field}", Counts(all.Rows.GroupBy(row => row[field].Content).Select(group => (group.Key, group.Count()))), Counts(groups.Groups.Select(group => (group.Key.Content, group.Count))));
                }
            }
        }

        foreach (var canary in hidden.Where(canary => database.Form(canary.Record.Form).Find(canary.Field) is not null))
        {
            yield return ($"place beside {canary}", await BesideAsync(canary, canary.Text + "~"), await BesideAsync(canary, canary.Text));
            foreach (var (form, question) in Ask(canary))
            {
                yield return ($"{question} of {form}", await AnswerAsync(form, question, canary.Text + "~"), await AnswerAsync(form, question, canary.Text));
            }
        }
    }

    /// <summary>No other value stands between the hidden one and the same with a mark behind it: only it could make a difference.</summary>
    private static IEnumerable<(string Form, string Question)> Ask(Canary canary)
    {
        var (form, field) = (canary.Record.Form, canary.Field);
        yield return (form, $"[{field}] = \"?\"");
        yield return (form, $"[{field}] <> \"?\"");
        yield return (form, $"ISBLANK([{field}]) OR [{field}] = \"?\"");
        if (form == "customer")
        {
            yield return (form, $"[label] = \"? \" & [phone] OR [label] = [name] & \" ?\"");
            yield return ("order", $"[customer.{field}] = \"?\"");
            yield return ("order", $"[customer.{field}] <> \"?\"");
            yield return ("order", $"[phone] = \"?\"");
        }
    }

    /// <summary>An address of a page that somebody wrote by hand: what follows the hidden value in its order.</summary>
    private async Task<string> BesideAsync(Canary canary, string text)
    {
        var form = database.Form(canary.Record.Form);
        var query = new RecordQuery(form) { Sort = [new(FieldPath.Of(form[canary.Field]))], Seek = new(canary.Record.Id, Value.Of(text), IsBackward: false) };
        return Ids((await Queries.ReadPageAsync(query, _actor, Cancellation)).Rows);
    }

    private async Task<string> AnswerAsync(string form, string question, string text)
    {
        var model = database.Form(form);
        var where = new FormulaConditions(database.Published.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql)
            .Create(model, question.Replace("?", text, StringComparison.Ordinal), (await database.Published.Rights.OfAsync(_actor, Cancellation)).Evaluation);
        Assert.NotEqual(FormulaConditions.Never, where);
        var page = await Queries.ReadPageAsync(new(model) { Where = where }, _actor, Cancellation);
        return $"{page.TotalCount}: {Ids(page.Rows)}";
    }

    /// <summary>Blanks, and with them what is hidden, come last and in the order of the records.</summary>
    private static IEnumerable<RecordRow> Sort(IEnumerable<RecordRow> rows, FieldModel field, bool descending)
    {
        var values = StringComparer.Ordinal;
        var blanksLast = rows.OrderBy(row => row[field].IsBlank);
        return descending
            ? blanksLast.ThenByDescending(row => (string?)row[field].Content, values).ThenByDescending(row => row.Id)
            : blanksLast.ThenBy(row => (string?)row[field].Content, values).ThenBy(row => row.Id);
    }

    private static string Ids(IEnumerable<RecordRow> rows) => string.Join(' ', rows.Select(row => row.Id));

    private static string Counts(IEnumerable<(object? Key, int Count)> groups)
        => string.Join(' ', groups.Select(group => $"{group.Key}:{group.Count}").Order(StringComparer.Ordinal));
}

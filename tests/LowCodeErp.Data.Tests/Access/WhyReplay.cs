using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Does what was asked about, as the member, with the engine itself; afterwards everything is as it was.</summary>
internal sealed class WhyReplay(AccessDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<bool> MayAsync(AccessQuestion question) => question.Operation switch
    {
        AccessOperation.View => await SeesAsync(question),
        AccessOperation.Create => await CreatesAsync(question),
        AccessOperation.Edit => await EditsAsync(question),
        AccessOperation.Delete => await DeletesAsync(question),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    private async Task<bool> SeesAsync(AccessQuestion question)
    {
        var (form, actor) = (question.Form, AccessDatabase.Member(question.MemberId));
        var page = await database.Published.Queries.ReadPageAsync(new RecordQuery(form), actor, Cancellation);
        if (page.Rows.SingleOrDefault(row => row.Id == question.RecordId) is not { } row)
        {
            Assert.Null(await database.Published.Queries.FindAsync(form, question.RecordId!.Value, actor, Cancellation));
            return false;
        }

        return question.Field switch
        {
            null => true,
            { Lines: not null } lines => (await database.Published.Queries.ReadLinesAsync(lines, row.Id, actor, Cancellation)).Count > 0,
            { } field => row[field].Content is not null,
        };
    }

    private async Task<bool> CreatesAsync(AccessQuestion question)
    {
        var stored = await StoredAsync(question);
        // Of another customer nothing needs to be known.
        string[] keys = question.Form.Key == "customer" ? ["name", "region", "phone", "credit", "owner"] : ["number", "amount"];
        var problems = await TryAsync(new(question.Form, [new() { Values = keys.ToDictionary(key => key, key => ValueOf(stored, key)) }], AccessDatabase.Member(question.MemberId), ChangeSource.Page));
        return !IsRefused(problems, question.Field);
    }

    private async Task<bool> EditsAsync(AccessQuestion question)
    {
        var stored = await StoredAsync(question);
        var field = question.Field ?? question.Form[question.Form.Key == "customer" ? "region" : "amount"];
        var change = stored[field].Content is decimal number ? InputValue.Of(number + 1) : InputValue.Of($"{stored[field].Content}!");
        var problems = await TryAsync(new(question.Form, [new() { Id = stored.Id, Values = new Dictionary<string, InputValue> { [field.Key] = change } }], AccessDatabase.Member(question.MemberId), ChangeSource.Page));
        if (problems.Count == 0)
        {
            await database.SaveAsync(question.Form.Key, stored.Id, Actor.System, (field.Key, ValueOf(stored, field.Key)));
        }

        return !IsRefused(problems, question.Field);
    }

    private async Task<bool> DeletesAsync(AccessQuestion question)
    {
        SaveRequest request = new(question.Form, [new() { Id = question.RecordId }], AccessDatabase.Member(question.MemberId), ChangeSource.Page);
        var result = await database.Published.Pipeline.DeleteAsync(request, Cancellation);
        if (result is SaveResult.Saved)
        {
            Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.RestoreAsync(request with { Actor = Actor.System }, Cancellation));
        }

        return !IsRefused(ProblemsOf(result), null);
    }

    private async Task<RecordRow> StoredAsync(AccessQuestion question)
        => (await database.Published.Queries.FindAsync(question.Form, question.RecordId!.Value, Actor.System, Cancellation))!;

    private async Task<IReadOnlyList<(string Code, string Path)>> TryAsync(SaveRequest request) => ProblemsOf(await database.Published.Pipeline.SaveAsync(request, Cancellation));

    private static IReadOnlyList<(string Code, string Path)> ProblemsOf(SaveResult result)
        => result is SaveResult.Invalid invalid ? [.. invalid.Problems.Select(problem => (problem.Diagnostic.Code, problem.Diagnostic.Path))] : [];

    private static bool IsRefused(IReadOnlyList<(string Code, string Path)> problems, FieldModel? field)
        => problems.Any(problem => problem.Code is "access.refused" or "access.refused-form" || (problem.Code == "access.field-refused" && problem.Path == field?.Key));

    private static InputValue ValueOf(RecordRow row, string key) => row[row.Form[key]].Content switch
    {
        decimal number => InputValue.Of(number),
        long id => InputValue.Of((decimal)id),
        var text => InputValue.Of((string)text!),
    };
}

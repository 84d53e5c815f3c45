using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

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
        AccessOperation.Import => await ImportsAsync(question),
        AccessOperation.Export => await ExportsAsync(question),
        AccessOperation.Print => await PrintsAsync(question),
        AccessOperation.Share => await SharesAsync(question),
        AccessOperation.Design => await DesignsAsync(question),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>Of the field that was asked about; null where the member sees all of it, or nothing.</summary>
    public async Task<string?> FindMaskAsync(AccessQuestion question)
        => question is { Operation: AccessOperation.View, Field: { } field } ? (await database.Published.Queries.FindAsync(question.Form, question.RecordId!.Value, AccessDatabase.Member(question.MemberId), Cancellation))?.MaskOf(field) : null;

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

    /// <summary>Publishes the form under another name, as a rehearsal.</summary>
    private async Task<bool> DesignsAsync(AccessQuestion question)
    {
        var package = (await new AppVersions(database.Published.Database.Connections).FindLatestAsync(question.Form.App, Cancellation))!.Package;
        var renamed = package with { Forms = [.. package.Forms.Select(form => form.Definition.Key == question.Form.Key ? Rename(form) : form)] };
        var result = await database.Published.Publisher.PublishAsync(renamed, AccessDatabase.Member(question.MemberId), new() { IsRehearsal = true }, Cancellation);
        return result.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
    }

    private static Sourced<FormDefinition> Rename(Sourced<FormDefinition> form)
    {
        var renamed = form.Definition with { Label = new("另一个名称") };
        return new(form.File, renamed, DefinitionWriter.Write(renamed));
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

    /// <summary>Whether a file is taken at all: of its rows the saving decides.</summary>
    private async Task<bool> ImportsAsync(AccessQuestion question)
    {
        var diagnostics = new DiagnosticBag();
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{question.Form.Title!.Key}\nB\n"));
        using var reader = SpreadsheetReader.Open(content, "file.csv", new(), diagnostics)!;
        var plan = ImportPlan.Make(question.Form, reader, new(), null, diagnostics)!;
        var result = await new Importer(database.Published.Store, database.Published.Pipeline, database.Published.Rights, TimeProvider.System)
            .RunAsync(plan, reader, diagnostics, new(AccessDatabase.Member(question.MemberId), ChangeSource.Import, IsRehearsal: true), cancellationToken: Cancellation);
        return !result.Errors.Any(error => error.Diagnostic.Code == "import.not-allowed");
    }

    /// <summary>Whether the record is in the file.</summary>
    private async Task<bool> ExportsAsync(AccessQuestion question)
    {
        var query = new RecordQuery(question.Form) { Operation = AccessOperation.Export };
        await foreach (var row in database.Published.Queries.StreamAsync(query, AccessDatabase.Member(question.MemberId), Cancellation))
        {
            if (row.Id == question.RecordId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the page that prints asks.</summary>
    private async Task<bool> PrintsAsync(AccessQuestion question)
        => (await database.Published.Queries.ReadRightsAsync(question.Form, question.RecordId, AccessDatabase.Member(question.MemberId), Cancellation)).May(AccessOperation.Print);

    /// <summary>With a colleague who may have no use for it: that is another refusal.</summary>
    private async Task<bool> SharesAsync(AccessQuestion question)
    {
        var (member, record) = (AccessDatabase.Member(question.MemberId), question.RecordId!.Value);
        var receiver = question.MemberId == AccessDatabase.Ann ? AccessDatabase.Bob : AccessDatabase.Ann;
        var problems = await database.Shares.ShareAsync(new(question.Form, record, receiver, MayEdit: false, Until: null), member, Cancellation);
        Assert.Empty(await database.Shares.TakeBackAsync(question.Form, record, receiver, Actor.System, Cancellation));
        return problems.All(problem => problem.Code != "access.refused");
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

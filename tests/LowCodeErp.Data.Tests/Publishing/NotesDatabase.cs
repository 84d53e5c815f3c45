using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Data.Tests.Publishing;

/// <summary>A form <c>note</c> whose field <c>amount</c> is published anew and anew.</summary>
internal sealed class NotesDatabase : IAsyncDisposable
{
    private readonly List<long> _ids = [];

    private NotesDatabase(FieldDatabase fields) => Fields = fields;

    public FieldDatabase Fields { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<NotesDatabase> CreateAsync(DatabaseProvider provider, FormBuilder form, params string?[] amounts) => CreateAsync(provider, [form], amounts);

    public static async Task<NotesDatabase> CreateAsync(DatabaseProvider provider, FormBuilder[] forms, params string?[] amounts)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var notes = new NotesDatabase(await FieldDatabase.CreateAsync(provider, forms));
        foreach (var (index, amount) in amounts.Index())
        {
            notes._ids.Add(await notes.Fields.AddAsync("note", ("name", InputValue.Of($"记录{index + 1}")), ("amount", InputValue.Of(amount))));
        }

        return notes;
    }

    /// <returns>What was said, a line each.</returns>
    public Task<IReadOnlyList<string>> PublishAsync(params FormBuilder[] forms) => PublishAsync(PublishOptions.None, forms);

    public async Task<IReadOnlyList<string>> PublishAsync(PublishOptions options, params FormBuilder[] forms)
    {
        var result = await Fields.Published.Publisher.PublishAsync(App.With(forms), Actor.System, options, Cancellation);
        return [.. result.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Path}: {diagnostic.Message.Chinese}")];
    }

    /// <summary>Publishes whatever is left behind.</summary>
    public async Task GoOnAsync(params FormBuilder[] forms)
    {
        var result = await Fields.Published.Publisher.PublishAsync(App.With(forms), Actor.System, new() { LeavesUnconverted = true }, Cancellation);
        Assert.True(result.Version is not null, string.Join("; ", result.Diagnostics));
    }

    /// <param name="number">Of the note, from 1.</param>
    public Task ChangeAsync(int number, InputValue amount) => Fields.ChangeAsync("note", _ids[number - 1], ("amount", amount));

    /// <summary>The amounts in the order of the notes; lists as text.</summary>
    public async Task<IReadOnlyList<object?>> ReadAsync()
    {
        var form = Fields.Form("note");
        await using var transaction = await Fields.Published.BeginAsync();
        var records = await transaction.ReadAsync(form, _ids, Cancellation);
        return [.. _ids.Select(id => records[id].Values[form["amount"].Ordinal]).Select(content => content is ValueList list ? list.ToString() : content)];
    }

    public async Task<long> CountKeptAsync()
        => Convert.ToInt64(await Fields.Published.QueryAsync("SELECT COUNT(*) FROM sys_kept"), CultureInfo.InvariantCulture);

    public Task<string> ExamineAsync() => Fields.ExamineAsync();

    public ValueTask DisposeAsync() => Fields.DisposeAsync();
}

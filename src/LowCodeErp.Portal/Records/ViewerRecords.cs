using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Records;

/// <summary>
/// Records as whoever sits at this page reads and changes them. The work is done away from the page's circuit: SQLite works on
/// the thread that calls it, and a page that waits on its own thread answers no click.
/// </summary>
public sealed class ViewerRecords(IRecordQueries queries, IFormIndexes indexes, IDepartments departments, IOrganisation organisation, SavePipeline pipeline, FormulaConditions conditions, IFileStore files, IAccess access, ICurrentActor viewer)
{
    /// <summary>Each line is a question to the database; nobody reads the history of more of them on one page.</summary>
    private const int MostLinesOfHistory = 100;

    public async Task<MemberAccess> ReadAccessAsync(CancellationToken cancellationToken) => await access.OfAsync(await viewer.GetAsync(), cancellationToken);

    /// <summary>What the viewer may do with the records of the form.</summary>
    public async Task<FormAccess> ReadAccessAsync(FormModel form, CancellationToken cancellationToken) => (await ReadAccessAsync(cancellationToken)).Of(form);

    /// <summary>What the viewer may do with one record.</summary>
    /// <param name="id">Null for a new one.</param>
    public Task<RecordRights> ReadRightsAsync(FormModel form, long? id, CancellationToken cancellationToken)
        => RunAsync(actor => queries.ReadRightsAsync(form, id, actor, cancellationToken), cancellationToken);

    public Task<RecordPage> ReadPageAsync(RecordQuery query, CancellationToken cancellationToken)
        => RunAsync(actor => queries.ReadPageAsync(query, actor, cancellationToken), cancellationToken);

    /// <summary>The page of the list that its state describes.</summary>
    /// <param name="also">Fields that are read besides the columns.</param>
    public Task<RecordPage> ReadPageAsync(FormModel form, ListState state, IReadOnlyList<FieldModel> also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return RunAsync(
            async actor => await queries.ReadPageAsync(ListQuery.ForPage(form, state, await CreateConditionAsync(form, state, actor), also), actor, cancellationToken), cancellationToken);
    }

    /// <summary>What formulas about the rows of a page know besides them.</summary>
    public async Task<EvaluationContext> CreateContextAsync() => (await ReadAccessAsync(CancellationToken.None)).Evaluation;

    /// <summary>What the state finds, in groups.</summary>
    public Task<RecordGroups> ReadGroupsAsync(FormModel form, ListState state, RecordGrouping grouping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return RunAsync(
            async actor => await queries.ReadGroupsAsync(ListQuery.ForAll(form, state, await CreateConditionAsync(form, state, actor)), grouping, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Whether the list that the state describes goes through every record of a large form; null when it does not.</summary>
    public Task<ListAdvice?> AdviseAsync(FormModel form, ListState state, RecordGrouping? grouping, bool findsMany, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return RunAsync(
            async actor => await indexes.AdviseAsync(ListQuery.ForAll(form, state, await CreateConditionAsync(form, state, actor)), grouping, findsMany, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Not cancelled when the page is left: what was asked for is done.</summary>
    public Task<IReadOnlyList<Diagnostic>> AddIndexAsync(FormModel form, IReadOnlyList<FieldModel> fields)
        => RunAsync(actor => indexes.AddAsync(form, fields, actor, CancellationToken.None), CancellationToken.None);

    /// <summary>Some rows of the list, whichever page they are on, with nothing but their ids.</summary>
    public Task<RecordPage> ReadRowsAsync(FormModel form, ListState state, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return RunAsync(async actor =>
        {
            var all = ListQuery.ForAll(form, state, await CreateConditionAsync(form, state, actor));
            return await queries.ReadPageAsync(all with { Columns = [form.StoredFields.First()], Skip = skip, Take = take }, actor, cancellationToken);
        }, cancellationToken);
    }

    public async Task<int> CountAsync(FormModel form, CancellationToken cancellationToken)
        => (await ReadPageAsync(new(form) { Take = 0 }, cancellationToken)).TotalCount;

    /// <summary>The record with all its lines; null when there is none.</summary>
    public Task<OpenedRecord?> OpenAsync(FormModel form, long id, CancellationToken cancellationToken) => RunAsync(async actor =>
    {
        if (await queries.FindAsync(form, id, actor, cancellationToken) is not { } row)
        {
            return null;
        }

        var lines = new Dictionary<string, IReadOnlyList<RecordRow>>();
        foreach (var subTable in form.SubTables)
        {
            lines.Add(subTable.Key, await queries.ReadLinesAsync(subTable, id, actor, cancellationToken));
        }

        return new OpenedRecord(row, lines);
    }, cancellationToken);

    /// <summary>The changes of the record and of the lines that it has now, newest first.</summary>
    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(OpenedRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return RunAsync<IReadOnlyList<HistoryEntry>>(async actor =>
        {
            var entries = new List<HistoryEntry>();
            foreach (var row in record.Lines.Values.SelectMany(lines => lines).Take(MostLinesOfHistory).Prepend(record.Row))
            {
                var changes = await queries.ReadHistoryAsync(row.Form, row.Id, actor, cancellationToken);
                entries.AddRange(changes.Select(change => new HistoryEntry(row, change)));
            }

            return [.. entries.OrderByDescending(entry => entry.Change.At)];
        }, cancellationToken);
    }

    public Task<TrashPage> ReadTrashAsync(RecordQuery query, CancellationToken cancellationToken)
        => RunAsync(actor => queries.ReadTrashAsync(query, actor, cancellationToken), cancellationToken);

    /// <summary>A record in the trash with the lines that went there with it; null when there is none.</summary>
    public Task<OpenedDeletion?> OpenDeletedAsync(FormModel form, long id, CancellationToken cancellationToken) => RunAsync(async actor =>
    {
        if (await queries.FindDeletedAsync(form, id, actor, cancellationToken) is not { } deleted)
        {
            return null;
        }

        var lines = new Dictionary<string, IReadOnlyList<RecordRow>>();
        foreach (var subTable in form.SubTables)
        {
            lines.Add(subTable.Key, await queries.ReadDeletedLinesAsync(subTable, deleted.Row, actor, cancellationToken));
        }

        return new OpenedDeletion(new(deleted.Row, lines), deleted.DeletedBy);
    }, cancellationToken);

    /// <summary>What a reference or member field can point to, by a part of its name.</summary>
    public Task<IReadOnlyList<RecordReference>> SuggestAsync(FieldModel field, string? text, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(field);
        return RunAsync(
            actor => field.Target is { } target
                ? queries.SuggestAsync(target, text, take, actor, cancellationToken: cancellationToken)
                : field.ItemShape is FieldShape.Department ? SuggestDepartmentsAsync(text, cancellationToken)
                : queries.SuggestMembersAsync(text, take, actor, cancellationToken),
            cancellationToken);
    }

    /// <summary>The items of a list of texts that are in use, the most frequent first.</summary>
    public Task<IReadOnlyList<string>> SuggestItemsAsync(FieldModel list, string? text, int take, CancellationToken cancellationToken)
        => RunAsync(actor => queries.SuggestItemsAsync(list, text, take, actor, cancellationToken), cancellationToken);

    public Task<DepartmentTree> ReadDepartmentsAsync(CancellationToken cancellationToken) => departments.ReadAsync(cancellationToken);

    private async Task<IReadOnlyList<RecordReference>> SuggestDepartmentsAsync(string? text, CancellationToken cancellationToken)
        => DepartmentMatch.Find(await departments.ReadAsync(cancellationToken), text);

    /// <summary>The bare id when nobody has it.</summary>
    public string FindMemberName(long id) => organisation.Current.FindMember(id)?.Name ?? FormattableString.Invariant($"#{id}");

    /// <summary>The bare id when the record that held it is deleted for ever.</summary>
    public Task<string> FindFileNameAsync(long id, CancellationToken cancellationToken)
        => RunAsync(async _ => (await files.FindNamesAsync([id], cancellationToken)).GetValueOrDefault(id, $"#{id}"), cancellationToken);

    /// <summary>Files of the viewer's own for a copy of the record, by the ids of the record's and its lines'.</summary>
    public Task<IReadOnlyDictionary<long, StoredFile>> CopyFilesAsync(OpenedRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var rows = record.Lines.Values.SelectMany(lines => lines).Prepend(record.Row);
        long[] ids = [.. rows.SelectMany(row => row.Form.FileFields.SelectMany(field => row[field].AsItems().Cast<long>()))];
        return RunAsync(actor => files.CopyAsync(ids, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Not cancelled when the page is left: what was asked for is done.</summary>
    public Task<SaveResult> SaveAsync(FormModel form, RecordInput input)
        => RunAsync(actor => pipeline.SaveAsync(new(form, [input], actor, ChangeSource.Page), CancellationToken.None), CancellationToken.None);

    public Task<SaveResult> DeleteAsync(FormModel form, IEnumerable<RecordRow> rows)
        => RunAsync(actor => pipeline.DeleteAsync(NewRequest(form, rows, actor), CancellationToken.None), CancellationToken.None);

    public Task<SaveResult> RestoreAsync(FormModel form, IEnumerable<RecordRow> rows)
        => RunAsync(actor => pipeline.RestoreAsync(NewRequest(form, rows, actor), CancellationToken.None), CancellationToken.None);

    public Task<SaveResult> PurgeAsync(FormModel form, IEnumerable<RecordRow> rows)
        => RunAsync(actor => pipeline.PurgeAsync(NewRequest(form, rows, actor), CancellationToken.None), CancellationToken.None);

    private static SaveRequest NewRequest(FormModel form, IEnumerable<RecordRow> rows, Actor actor)
        => new(form, [.. rows.Select(row => new RecordInput { Id = row.Id, Version = row.Version })], actor, ChangeSource.Page);

    /// <summary>The same, by the rights of a task that the viewer has.</summary>
    public ViewerRecords At(HeldTask? task)
        => task is null ? this : new(queries, indexes, departments, organisation, pipeline, conditions, files, access, new TaskHolder(viewer, task));

    private async Task<Condition?> CreateConditionAsync(FormModel form, ListState state, Actor actor)
        => conditions.Create(form, state.Formula, (await access.OfAsync(actor)).Evaluation);

    private async Task<T> RunAsync<T>(Func<Actor, Task<T>> work, CancellationToken cancellationToken)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => work(actor), cancellationToken);
    }
}

using LowCodeErp.Data.Encryption;
using System.Data.Common;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Rollups;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Rollups;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>
/// Writes without EF's change tracker, whose work per row is more than the database's: commands come from EF's model and are
/// kept for the transaction.
/// </summary>
internal sealed class RecordTransaction : IRecordTransaction
{
    private const string Mark = "before_storing";
    private const int MostStartsAtOnce = 1_000;

    private readonly RecordStoreParts _parts;
    private readonly RecordTables _tables;
    private readonly StoreSession _session;
    private readonly RecordReads _reads;
    private readonly TableInsert<HistoryEntry> _history;
    private readonly Dictionary<RecordTable, TableInsert<RecordWrite>> _inserts = [];
    private readonly Dictionary<(RecordTable Table, RecordState State), RecordUpdates> _updates = [];
    private readonly bool _ownsTransaction;
    private RollupWriter? _rollups;

    public RecordTransaction(RecordStoreParts parts, RecordTables tables, WriteTransaction transaction)
        : this(parts, tables, transaction, ownsTransaction: true)
    {
    }

    private RecordTransaction(RecordStoreParts parts, RecordTables tables, WriteTransaction transaction, bool ownsTransaction)
    {
        _ownsTransaction = ownsTransaction;
        _parts = parts;
        _tables = tables;
        _session = new(transaction, parts.Dialect, tables.Sql);
        _reads = new(_session);
        _history = new(_session, parts.GetHistoryTable(tables.Sql));
    }

    /// <summary>Records as a part of a transaction that its owner commits and disposes of.</summary>
    public static RecordTransaction Within(WriteTransaction transaction, RecordStoreParts parts, RecordTables tables)
        => new(parts, tables, transaction, ownsTransaction: false);

    /// <summary>For those who take part with statements of their own, such as tier runs.</summary>
    public WriteTransaction Transaction => _session.Transaction;

    /// <summary>The same for stores whose statements count and go the way of the records'.</summary>
    public StoreSession Session => _session;

    /// <summary>How often the database was asked, so that tests can hold the set-based contract.</summary>
    public int StatementCount => _session.StatementCount;

    public async Task<IReadOnlyDictionary<long, StoredRecord>> ReadAsync(
        FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.ReadAsync(_tables.Of(form), ids, RecordState.InUse, cancellationToken);

    public async Task<IReadOnlyList<StoredRecord>> ReadLinesAsync(
        FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken)
        => await _reads.ReadLinesAsync(_tables.Of(lines), parentIds, RecordState.InUse, cancellationToken);

    public async Task<IReadOnlyDictionary<long, int>> FindLastPlacesAsync(
        FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken)
        => await _reads.FindLastPlacesAsync(_tables.Of(lines), parentIds, cancellationToken);

    public async Task<IReadOnlyDictionary<long, StoredRecord>> ReadDeletedAsync(
        FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.ReadAsync(_tables.Of(form), ids, RecordState.InTrash, cancellationToken);

    public async Task<IReadOnlyList<StoredRecord>> ReadDeletedLinesAsync(
        FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken)
        => await _reads.ReadLinesAsync(_tables.Of(lines), parentIds, RecordState.InTrash, cancellationToken);

    public async Task<IReadOnlyDictionary<object, long>> FindIdsAsync(
        FieldModel field, IReadOnlyCollection<object> values, CancellationToken cancellationToken)
        => await _reads.FindIdsAsync(_tables.Of(field.Form), field, values, cancellationToken);

    public async Task<IReadOnlySet<long>> FindExistingAsync(
        FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.FindExistingAsync(_tables.Of(form), ids, cancellationToken);

    public async Task<IReadOnlySet<long>> FindReferredAsync(
        FieldModel field, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.FindReferredAsync(_tables.Of(field.Form), field, ids, RecordState.InUse, cancellationToken);

    public async Task<IReadOnlySet<long>> FindReferredInTrashAsync(
        FieldModel field, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.FindReferredAsync(_tables.Of(field.Form), field, ids, RecordState.InTrash, cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> FindMembersAsync(
        IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => await _reads.FindMembersAsync(_tables.Members, names, cancellationToken);

    public async Task<IReadOnlySet<long>> FindExistingMembersAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        => await _reads.FindExistingMembersAsync(_tables.Members, ids, cancellationToken);

    public async Task<DepartmentTree> ReadDepartmentsAsync(CancellationToken cancellationToken)
    {
        await using var context = _parts.Platform.Join(Transaction);
        return await DepartmentStore.ReadAsync(context, cancellationToken);
    }

    public async Task<long> AllocateIdsAsync(int count, CancellationToken cancellationToken)
        => await _parts.Ids.NextAsync(Transaction, IdSequence.Record, count, cancellationToken);

    public Task<long> NextNumbersAsync(FieldModel field, string period, int count, CancellationToken cancellationToken)
        => _parts.Counters.TakeAsync(Transaction, new(field.Form.Key, field.Key, period), count, cancellationToken);

    public async Task InsertAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        var table = _tables.Of(form);
        if (!_inserts.TryGetValue(table, out var insert))
        {
            _inserts[table] = insert = new(_session, table.Inserted);
        }

        try
        {
            await insert.WriteAsync(records, cancellationToken);
        }
        catch (DbException exception) when (FindDuplicate(table, exception) is { } field)
        {
            throw new DuplicateValueException(field, exception);
        }
    }

    public Task<IReadOnlyList<long>> UpdateAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
        => UpdateAsync(_tables.Of(form), RecordState.InUse, records, cancellationToken);

    public Task<IReadOnlyList<long>> RestoreAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
        => UpdateAsync(_tables.Of(form), RecordState.InTrash, records, cancellationToken);

    public IReadOnlyList<FieldRollup> Rollups => _tables.Workspace.Rollups;

    public Task LockAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => _parts.Dialect.LocksRows
        ? _reads.LockAsync(_tables.Of(form), ids, _parts.Dialect.LockHint, _parts.Dialect.LockTail, cancellationToken)
        : Task.CompletedTask;

    public Task HoldAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => _parts.Dialect.LocksRows
        ? _reads.LockAsync(_tables.Of(form), ids, _parts.Dialect.HoldHint, _parts.Dialect.HoldTail, cancellationToken)
        : Task.CompletedTask;

    public async Task<IReadOnlySet<long>> FindOwnersAsync(
        FieldRollup rollup, FieldModel reference, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        _session.StatementCount++;
        return await RollupWriter.FindOwnersAsync(rollup, reference, [.. ids], cancellationToken);
    }

    public async Task UpdateRollupAsync(FieldRollup rollup, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        _session.StatementCount++;
        await RollupWriter.UpdateAsync(rollup, [.. ids], cancellationToken);
    }

    public async Task UpdateComputedAsync(
        FormModel form, IReadOnlyList<FieldModel> fields, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        var table = _tables.Of(form);
        var properties = fields.Select(field => new StoredProperty<RecordWrite>(table.Of(field), record => record.Values[field.Ordinal]));
        await using var updates = new RecordUpdates(_session, table, [.. properties]);
        if (await updates.WriteAsync(records, cancellationToken) is [var id, ..])
        {
            throw new InvalidOperationException($"Record {id} of '{form.Key}' was locked and has changed all the same.");
        }
    }

    public async Task PurgeAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await new RecordPurge(_session, _tables.Of(form)).DeleteAsync(ids, cancellationToken);
        await using var context = _parts.Platform.Join(Transaction);
        var key = form.Key;
        foreach (var chunk in ids.Chunk(_parts.Dialect.LookupSize))
        {
            await context.Comments.Where(comment => comment.Form == key && chunk.Contains(comment.RecordId)).ExecuteDeleteAsync(cancellationToken);
            await context.RecordShares.Where(share => share.Form == key && chunk.Contains(share.RecordId)).ExecuteDeleteAsync(cancellationToken);
            await context.FlowInstances.Where(instance => chunk.Contains(instance.RecordId)).ExecuteDeleteAsync(cancellationToken);
            await RecordFiles.ForgetAsync(context, key, chunk, cancellationToken);
            await context.Drafts.Where(draft => draft.Form == key && chunk.Contains(draft.RecordId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public IRecordFiles Files => field ??= new RecordFiles(_parts.Platform, Transaction);

    public async Task AppendHistoryAsync(IReadOnlyList<HistoryWrite> entries, CancellationToken cancellationToken)
    {
        if (entries.Count > 0)
        {
            var id = await _parts.Ids.NextAsync(Transaction, IdSequence.History, entries.Count, cancellationToken);
            await _history.WriteAsync([.. entries.Select((entry, index) => HistoryTable.ToEntry(SealedChanges.Seal(entry, _parts.Keys), id + index))], cancellationToken);
        }
    }

    public Task WriteAuditAsync(AuditEntry entry, CancellationToken cancellationToken) => _parts.Audit.WriteAsync(Transaction, entry, cancellationToken);

    public async Task<ChangeConflict> DescribeConflictAsync(FormModel form, long id, long sinceVersion, CancellationToken cancellationToken)
    {
        await using var context = _parts.Platform.Join(Transaction);
        return await ConflictReader.DescribeAsync(context, form, id, sinceVersion, cancellationToken);
    }

    public async Task<IReadOnlySet<long>> FindHoldingAsync(
        FormModel form, CompiledFormula condition, IReadOnlyCollection<long> ids, EvaluationContext context, CancellationToken cancellationToken)
    {
        await using var records = _parts.Workspaces.Join(Transaction, _tables.Workspace);
        return await HoldingRecords.FindAsync(Transaction.Connection, records, _parts.Provider, _tables.Of(form).Form, condition, ids, context, cancellationToken);
    }

    public async Task<IReadOnlyList<FlowInstance>> FindRunningFlowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var table = _parts.GetFlowTable(_tables.Sql);
        var (record, status) = (table.Find("record_id"), table.Find("status"));
        var found = new List<FlowInstance>();
        foreach (var chunk in ids.Chunk(_parts.Dialect.LookupSize))
        {
            await using var command = _session.CreateCommand(parameters => $"{table.Select} WHERE {_parts.Dialect.In(parameters, record, [.. chunk.Cast<object>()])} "
                + $"AND status IN ('{status.ToProvider(FlowStatus.Running)}', '{status.ToProvider(FlowStatus.Returned)}') ORDER BY id");
            await using var reader = await _session.ReadAsync(command, cancellationToken);
            found.AddRange(await table.ReadAllAsync(reader, cancellationToken));
        }

        return found;
    }

    public async Task<IReadOnlyList<long>> FindAsync(
        FormModel form, CompiledFormula? condition, int most, EvaluationContext context, CancellationToken cancellationToken)
    {
        await using var records = _parts.Workspaces.Join(Transaction, _tables.Workspace);
        _session.StatementCount++;
        return await HoldingRecords.ListAsync(Transaction.Connection, records, _parts.Provider, _tables.Of(form).Form, condition, most, context, cancellationToken);
    }

    public async Task AddFlowStartsAsync(IEnumerable<PendingStart> starts, CancellationToken cancellationToken)
    {
        foreach (var chunk in starts.Chunk(MostStartsAtOnce))
        {
            await using var context = _parts.Platform.Join(Transaction);
            _session.StatementCount++;
            context.AddRange(chunk);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<long>> FindAdministratorsAsync(CancellationToken cancellationToken)
    {
        await using var context = _parts.Platform.Join(Transaction);
        _session.StatementCount++;
        return await context.Users.Where(member => member.IsActive && member.IsAdministrator).OrderBy(member => member.Id).Select(member => member.Id).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<long, IReadOnlyList<FormulaOutcome>>> EvaluateAsync(
        FormModel form, IReadOnlyList<CompiledFormula> formulas, IReadOnlyCollection<long> ids, EvaluationContext context, CancellationToken cancellationToken)
    {
        await using var records = _parts.Workspaces.Join(Transaction, _tables.Workspace);
        _session.StatementCount++;
        return await EvaluatedRecords.ReadAsync(Transaction.Connection, records, _parts.Provider, _tables.Of(form).Form, formulas, ids, context, cancellationToken);
    }

    public async Task<AccessAnswers> AskAsync(
        FormModel form, IReadOnlyCollection<long> ids, MemberAccess access, IReadOnlyList<AccessTerm> terms, CancellationToken cancellationToken)
    {
        await using var records = _parts.Workspaces.Join(Transaction, _tables.Workspace);
        return await AccessQuestions.AskAsync(records, _parts.Provider, _tables.Of(form).Form, ids, access, terms, cancellationToken);
    }

    public Task MarkAsync(CancellationToken cancellationToken) => Transaction.Transaction.SaveAsync(Mark, cancellationToken);

    public Task ReturnAsync(CancellationToken cancellationToken) => Transaction.Transaction.RollbackAsync(Mark, cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => Transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _history.DisposeAsync();
        await (_rollups?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (IAsyncDisposable command in _inserts.Values.Cast<IAsyncDisposable>().Concat(_updates.Values))
        {
            await command.DisposeAsync();
        }

        if (_ownsTransaction)
        {
            await Transaction.DisposeAsync();
        }
    }

    private RollupWriter RollupWriter
        => _rollups ??= new(_parts.Workspaces.Join(Transaction, _tables.Workspace), _parts.Provider, _tables.Zone);

    private async Task<IReadOnlyList<long>> UpdateAsync(
        RecordTable table, RecordState state, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        if (!_updates.TryGetValue((table, state), out var update))
        {
            _updates[(table, state)] = update = new(_session, table, table.Updated, state);
        }

        try
        {
            await new UniqueValueSwap(_session, table, _reads).ReleaseAsync(records, cancellationToken);
            return await update.WriteAsync(records, cancellationToken);
        }
        catch (DbException exception) when (FindDuplicate(table, exception) is { } field)
        {
            throw new DuplicateValueException(field, exception);
        }
    }

    private FieldModel? FindDuplicate(RecordTable table, DbException exception)
        => _parts.Dialect.FindDuplicate(exception) is { } place ? table.FindUnique(place) : null;
}

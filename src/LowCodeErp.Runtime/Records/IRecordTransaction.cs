using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Records;

/// <summary>One transaction on the records; set-based throughout. What is not committed is rolled back on dispose.</summary>
public interface IRecordTransaction : IAsyncDisposable
{
    /// <summary>
    /// The stored state of records that are not in the trash, by id; missing ones are left out. Lines are not included. Records with
    /// rollups, which others bring up to date, are locked as by <see cref="LockAsync"/>.
    /// </summary>
    Task<IReadOnlyDictionary<long, StoredRecord>> ReadAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The stored lines of the given parent records.</summary>
    Task<IReadOnlyList<StoredRecord>> ReadLinesAsync(FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken);

    /// <summary>The last place among the stored lines of each parent record; those without lines are left out.</summary>
    Task<IReadOnlyDictionary<long, int>> FindLastPlacesAsync(FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken);

    /// <summary>The stored state of records that are in the trash, by id; others are left out.</summary>
    Task<IReadOnlyDictionary<long, StoredRecord>> ReadDeletedAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The lines of the given records that are in the trash, in their order, whenever they went there.</summary>
    Task<IReadOnlyList<StoredRecord>> ReadDeletedLinesAsync(FormModel lines, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken);

    /// <summary>The ids of records that are not in the trash, by the value of a field, compared ordinally. A value that several records have maps to the one with the smallest id.</summary>
    Task<IReadOnlyDictionary<object, long>> FindIdsAsync(FieldModel field, IReadOnlyCollection<object> values, CancellationToken cancellationToken);

    /// <summary>Which of the ids exist and are not in the trash.</summary>
    Task<IReadOnlySet<long>> FindExistingAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Which of the ids a field of references, or of lists of them, holds in records that are not in the trash.</summary>
    Task<IReadOnlySet<long>> FindReferredAsync(FieldModel field, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>As <see cref="FindReferredAsync"/>, in records that are in the trash.</summary>
    Task<IReadOnlySet<long>> FindReferredInTrashAsync(FieldModel field, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Active members by user name or display name.</summary>
    Task<IReadOnlyDictionary<string, long>> FindMembersAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    Task<IReadOnlySet<long>> FindExistingMembersAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    Task<DepartmentTree> ReadDepartmentsAsync(CancellationToken cancellationToken);

    /// <summary>The first of <paramref name="count"/> successive record ids that nobody else gets.</summary>
    Task<long> AllocateIdsAsync(int count, CancellationToken cancellationToken);

    /// <summary>The first of <paramref name="count"/> successive numbers of an auto-number field, counting from 1 in each period.</summary>
    Task<long> NextNumbersAsync(FieldModel field, string period, int count, CancellationToken cancellationToken);

    /// <exception cref="DuplicateValueException">Another writer stored the same value of a unique field meanwhile; so for updates.</exception>
    Task InsertAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken);

    /// <summary>Changes records whose version is still the one read; returns the ids of those whose version was not.</summary>
    Task<IReadOnlyList<long>> UpdateAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken);

    /// <summary>Brings records back from the trash whose version is still the one read; returns the ids of those whose version was not.</summary>
    Task<IReadOnlyList<long>> RestoreAsync(FormModel form, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken);

    /// <summary>The rollups of the published version that the transaction sees; one that rests on another comes after it.</summary>
    IReadOnlyList<FieldRollup> Rollups { get; }

    /// <summary>Keeps others from changing the records until the end of the transaction, those in the trash included. In the order of the ids, so that two who want the same ones wait instead of blocking each other.</summary>
    Task LockAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Keeps others from changing the records until the end of the transaction, but not from doing the same.</summary>
    Task HoldAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The records into which those are rolled up that refer to some records; those in the trash do not count.</summary>
    /// <param name="reference">The field through which the rolled-up records refer to them.</param>
    Task<IReadOnlySet<long>> FindOwnersAsync(FieldRollup rollup, FieldModel reference, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Rolls up anew for the given records, all of them in one statement.</summary>
    Task UpdateRollupAsync(FieldRollup rollup, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Stores computed fields of records that are locked; everything else about the records stays as it is.</summary>
    Task UpdateComputedAsync(FormModel form, IReadOnlyList<FieldModel> fields, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken);

    /// <summary>Removes records from their table; what refers to them must be gone, except for records among them.</summary>
    Task PurgeAsync(FormModel form, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    IRecordFiles Files { get; }

    Task AppendHistoryAsync(IReadOnlyList<HistoryWrite> entries, CancellationToken cancellationToken);

    /// <summary>Writes down what happens besides the changes of records; stored with them, or not at all.</summary>
    Task WriteAuditAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Which of the records meet a condition, as the transaction has stored them; those in the trash do not.</summary>
    /// <param name="condition">Compiled for the form and the context set.</param>
    Task<IReadOnlySet<long>> FindHoldingAsync(
        FormModel form, CompiledFormula condition, IReadOnlyCollection<long> ids, EvaluationContext context, CancellationToken cancellationToken);

    /// <summary>The instances of flows that run for some records or were returned, the oldest first.</summary>
    Task<IReadOnlyList<FlowInstance>> FindRunningFlowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The ids of the records that meet a condition, as the transaction has stored them, in ascending order; those in the trash do not.</summary>
    /// <param name="condition">Compiled for the form and the context set; null for all records.</param>
    /// <param name="most">How many are wanted at most.</param>
    Task<IReadOnlyList<long>> FindAsync(FormModel form, CompiledFormula? condition, int most, EvaluationContext context, CancellationToken cancellationToken);

    /// <summary>Notes instances of flows that are to begin once the transaction is committed; any number, of which few are held at a time.</summary>
    Task AddFlowStartsAsync(IEnumerable<PendingStart> starts, CancellationToken cancellationToken);

    /// <summary>Active members who administer the workspace, in the order of their ids.</summary>
    Task<IReadOnlyList<long>> FindAdministratorsAsync(CancellationToken cancellationToken);

    /// <summary>What formulas come to for records, as the transaction has stored them; those in the trash are left out. In one statement.</summary>
    /// <param name="formulas">Compiled for the form and the context set.</param>
    Task<IReadOnlyDictionary<long, IReadOnlyList<FormulaOutcome>>> EvaluateAsync(
        FormModel form, IReadOnlyList<CompiledFormula> formulas, IReadOnlyCollection<long> ids, EvaluationContext context, CancellationToken cancellationToken);

    /// <summary>What the terms of rules say of records, as the transaction has stored them, those in the trash included.</summary>
    Task<AccessAnswers> AskAsync(
        FormModel form, IReadOnlyCollection<long> ids, MemberAccess access, IReadOnlyList<AccessTerm> terms, CancellationToken cancellationToken);

    /// <summary>Remembers this state; <see cref="ReturnAsync"/> takes back what was written since.</summary>
    Task MarkAsync(CancellationToken cancellationToken);

    Task ReturnAsync(CancellationToken cancellationToken);

    /// <summary>Who changed a record since a version, for the message of a refused save.</summary>
    Task<ChangeConflict> DescribeConflictAsync(FormModel form, long id, long sinceVersion, CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);
}

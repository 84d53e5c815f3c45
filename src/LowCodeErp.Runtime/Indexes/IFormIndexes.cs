using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>
/// The indexes that administrators add to the tables of forms, besides those that references and unique fields have anyway. The database
/// itself knows which there are; publishing takes them along (decision 0028).
/// </summary>
public interface IFormIndexes
{
    /// <summary>Forms below that are read through in no time.</summary>
    const int ManyRecords = 100_000;

    /// <summary>Whether the query goes through every record of a form that has many; null when there is nothing to say.</summary>
    /// <param name="findsMany">Whether it finds more records than are counted.</param>
    Task<ListAdvice?> AdviseAsync(RecordQuery query, RecordGrouping? grouping, bool findsMany, Actor actor, CancellationToken cancellationToken = default);

    Task<IReadOnlyList<FormIndex>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes it while others go on working, as far as the database can. What is there already is no mistake.</summary>
    /// <returns>Why it could not be made; empty when it is there.</returns>
    Task<IReadOnlyList<Diagnostic>> AddAsync(FormModel form, IReadOnlyList<FieldModel> fields, Actor actor, CancellationToken cancellationToken = default);

    /// <returns>Why it could not be removed; empty when it is gone.</returns>
    Task<IReadOnlyList<Diagnostic>> RemoveAsync(string name, Actor actor, CancellationToken cancellationToken = default);
}

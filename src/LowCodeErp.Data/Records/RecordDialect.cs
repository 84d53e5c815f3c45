using System.Data.Common;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>Where the databases differ in how many rows are written or looked up fastest.</summary>
internal abstract class RecordDialect
{
    public static RecordDialect For(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteRecords(),
        DatabaseProvider.PostgreSql => new PostgreSqlRecords(),
        _ => new SqlServerRecords(),
    };

    /// <summary>The most values that one <see cref="In"/> takes.</summary>
    public abstract int LookupSize { get; }

    /// <summary>How many rows one INSERT writes.</summary>
    public abstract int GetInsertSize(int columns);

    /// <summary>Adds the values to the command and yields the condition that the column is one of them.</summary>
    public abstract string In(DbCommand command, StoreColumn column, IReadOnlyCollection<object> values);

    /// <summary>For statements that come again and again, where what is prepared once stays so on the connection.</summary>
    public virtual Task PrepareAsync(DbBatch batch, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The items of a column of ids, as a table <c>i</c> with the column <c>value</c> that is joined to each row.</summary>
    public abstract string Items(string quotedColumn);

    /// <summary>Whether writers can meet on a row; where there is only one at a time, nothing has to be locked.</summary>
    public virtual bool LocksRows => true;

    /// <summary>Behind a table's name, so that rows which are read may be changed by nobody else.</summary>
    public virtual string LockHint => "";

    /// <summary>At the end of a query, likewise.</summary>
    public virtual string LockTail => "";

    /// <summary>As <see cref="LockHint"/>, but others may do the same.</summary>
    public virtual string HoldHint => "";

    public virtual string HoldTail => "";

    /// <summary>Writes many rows by the database's own bulk path; false where there is none, or when it would not pay.</summary>
    public virtual Task<bool> TryCopyAsync<T>(
        StoreSession session, InsertTarget<T> target, IReadOnlyList<T> items, CancellationToken cancellationToken)
        => Task.FromResult(false);

    /// <summary>The column or index of a unique value that is there already; null when the exception is about something else.</summary>
    public abstract string? FindDuplicate(DbException exception);

    /// <summary>Whether EF could not store a row because there is one of its key, or of its unique values, already.</summary>
    public bool IsDuplicate(DbUpdateException exception) => exception.InnerException is DbException inner && FindDuplicate(inner) is not null;
}

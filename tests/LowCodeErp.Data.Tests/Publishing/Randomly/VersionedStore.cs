using System.Globalization;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>The store of the product; it only notes for which version of the workspace the last transaction of a writer was begun.</summary>
internal sealed class VersionedStore(RecordStore store) : IRecordStore
{
    private readonly AsyncLocal<Note?> _note = new();

    /// <summary>The note of this writer; what it begins from here on is written there.</summary>
    public Note Watch() => _note.Value = new();

    public async Task<IRecordTransaction> BeginAsync(CancellationToken cancellationToken = default)
    {
        var note = _note.Value;
        var transaction = (RecordTransaction)await store.BeginAsync(cancellationToken);
        if (note is not null)
        {
            await using var command = transaction.Transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction.Transaction;
            command.CommandText = "SELECT model_version FROM sys_workspace";
            note.Version = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return transaction;
    }

    public sealed class Note
    {
        public long Version { get; set; }
    }
}

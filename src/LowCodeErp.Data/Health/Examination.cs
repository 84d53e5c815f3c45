using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Health;

/// <summary>What the checks look at, and how they ask.</summary>
internal sealed class Examination(
    DbConnection connection, DatabaseProvider provider, WorkspaceContext context, PlatformContext platform, TimeZoneInfo zone, WorkingCalendar calendar)
{
    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();

    public DatabaseProvider Provider => provider;

    public WorkspaceModel Workspace => context.Workspace;

    public TimeZoneInfo Zone => zone;

    public WorkingCalendar Calendar => calendar;

    public FormRows Rows { get; } = new(context);

    public IModel Model => context.Model;

    public PlatformContext Platform => platform;

    /// <summary>Forms whose table is as it should be, so that the other checks can ask about its columns.</summary>
    public List<FormModel> SoundForms { get; } = [];

    public DbConnection Connection => connection;

    public string Quote(string name) => _sql.DelimitIdentifier(name);

    /// <summary>Several statements that see one state of the data, whoever writes meanwhile; ends with the disposal.</summary>
    public async Task<IAsyncDisposable> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(provider switch
        {
            DatabaseProvider.PostgreSql => "BEGIN ISOLATION LEVEL REPEATABLE READ",
            DatabaseProvider.SqlServer => "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; BEGIN TRANSACTION",
            _ => "BEGIN",
        }, cancellationToken);
        return new Snapshot(this);
    }

    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var result = await command.ExecuteScalarAsync(cancellationToken);
        return result is null or DBNull ? 0 : Convert.ToInt64(result, CultureInfo.InvariantCulture);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async IAsyncEnumerable<DbDataReader> ReadAsync(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader;
        }
    }

    private sealed class Snapshot(Examination examination) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await examination.ExecuteAsync("COMMIT", CancellationToken.None);
    }
}

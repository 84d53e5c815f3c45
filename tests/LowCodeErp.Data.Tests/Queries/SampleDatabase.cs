using LowCodeErp.Data.Access;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Tests.Flows;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>A database with the tables of a workspace, and a way to put rows into them.</summary>
internal sealed class SampleDatabase : IAsyncDisposable
{
    public static readonly DateTime Now = new(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc);

    private readonly TestDatabase _database;
    private readonly IdAllocator _ids;
    private readonly WorkspaceContextFactory _contexts;

    private SampleDatabase(TestDatabase database, WorkspaceModel workspace)
    {
        _database = database;
        _ids = new(database.Connections);
        _contexts = new(database.Connections);
        Workspace = workspace;
        Platform = new(database.Connections);
        Queries = NewQueries(workspace);
        Formulas = new(database.Connections, _contexts, new SampleWorkspace(workspace), NewRights(workspace));
    }

    public WorkspaceModel Workspace { get; }

    public WorkspaceConnections Connections => _database.Connections;

    public RecordQueries Queries { get; }

    public FormulaQueries Formulas { get; }

    public PlatformContextFactory Platform { get; }

    public static async Task<SampleDatabase> CreateAsync(DatabaseProvider provider, WorkspaceModel workspace)
    {
        var sample = new SampleDatabase(await TestDatabase.CreateWithPlatformAsync(provider), workspace);
        await sample.WriteAsync(async context =>
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = context.Database.GenerateCreateScript();
            await command.ExecuteNonQueryAsync();
        });
        return sample;
    }

    public RecordQueries NewQueries(WorkspaceModel workspace)
        => new(_database.Connections, _contexts, new(_database.Connections), new SampleWorkspace(workspace), NewRights(workspace));

    private MemberRights NewRights(WorkspaceModel workspace)
        => new(_database.Connections, new SampleWorkspace(workspace), new WorkingCalendars(new CalendarStore(_database.Connections)), new CurrentOrganisation(new OrganisationStore(_database.Connections, new AuditLog(_database.Connections, _ids, TimeProvider.System))), new NoFlows(), new AuditLog(_database.Connections, _ids, TimeProvider.System), _ids, TimeProvider.System);

    public async Task AddMemberAsync(long id, string userName, string displayName, bool isActive = true)
    {
        await using var platform = Platform.CreateDbContext();
        platform.Users.Add(new Member
        {
            Id = id, UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), DisplayName = displayName, IsActive = isActive,
        });
        await platform.SaveChangesAsync();
    }

    /// <param name="rows">Ids with their values by field key; the keys <c>position</c> and <c>deleted</c> mean the system's columns.</param>
    public Task AddAsync(string form, params IEnumerable<(long Id, Dictionary<string, object?> Values)> rows) => WriteAsync(async context =>
    {
        var model = Workspace.FindForm(form)!;
        foreach (var chunk in rows.Chunk(2_000))
        {
            context.Rows(form).AddRange(chunk.Select(row => NewRow(model, row.Id, row.Values)));
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }
    });

    public ValueTask DisposeAsync()
    {
        _ids.Dispose();
        return _database.DisposeAsync();
    }

    private static Dictionary<string, object> NewRow(FormModel form, long id, Dictionary<string, object?> values)
    {
        var row = new Dictionary<string, object>
        {
            [SystemColumns.Id] = id, [SystemColumns.Version] = 1L, [SystemColumns.CreatedAt] = Now, [SystemColumns.UpdatedAt] = Now,
        };
        foreach (var (key, value) in values.Where(entry => entry.Value is not null))
        {
            var column = key == "deleted" ? SystemColumns.DeletedAt : key == "position" ? SystemColumns.Position : form[key].Column;
            row[column] = value!;
        }

        return row;
    }

    private async Task WriteAsync(Func<WorkspaceContext, Task> write)
    {
        await using var transaction = await _database.Connections.BeginWriteAsync();
        await using var context = _contexts.Join(transaction, Workspace);
        await write(context);
        await transaction.CommitAsync();
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary>
/// A database of its own for a run of scripts: the app is published in it and the people of the scripts become members. One that has an app or members already is
/// left alone, for scripts move the clock and bring their own people.
/// </summary>
internal sealed class FlowRunDatabase : IScriptDatabase, IAsyncDisposable
{
    private readonly string _database;
    private CommandSession _session;
    private StoredFlows _program;

    private FlowRunDatabase(string database, CommandSession session)
        => (_database, _session, _program) = (database, session, NewProgram(session));

    public StoredFlows Program => _program;

    public WorkspaceModel Workspace => _session.Workspace;

    /// <summary>Null, with the reasons on the console, where the database cannot be used.</summary>
    public static async Task<FlowRunDatabase?> CreateAsync(string database, SimulatedFlow flow, IReadOnlyList<FlowScript> scripts, CancellationToken cancellationToken)
    {
        var session = await CommandSession.OpenOrCreateAsync(database, cancellationToken);
        if (session is null)
        {
            return null;
        }

        if (await FillAsync(session, flow, FlowScriptPeople.Of(flow, scripts), cancellationToken) is { Count: > 0 } problems)
        {
            CommandSession.Report(problems);
            await session.DisposeAsync();
            return null;
        }

        return new(database, session);
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _session.DisposeAsync();
        _session = await CommandSession.OpenAsync(_database, cancellationToken) ?? throw new InvalidOperationException("The database of the run cannot be opened any more.");
        _program = NewProgram(_session);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static StoredFlows NewProgram(CommandSession session) => ActivatorUtilities.CreateInstance<StoredFlows>(session.Services);

    /// <returns>What keeps the flow from running there.</returns>
    private static async Task<IReadOnlyList<Diagnostic>> FillAsync(CommandSession session, SimulatedFlow flow, FlowScriptPeople people, CancellationToken cancellationToken)
    {
        var organisation = session.Get<IOrganisation>();
        if (session.Workspace.Apps.Count > 0 || organisation.Current.Members.Count > 0)
        {
            return [new("flow.run.database-in-use", Severity.Error, "--database", new(
                "这个数据库里已有应用或成员；脚本要在自己的数据库里运行，请指定一个新的数据库。",
                "This database has apps or members already; scripts run in a database of their own, name a new one."))];
        }

        await AddPeopleAsync(session, people, cancellationToken);
        await session.Get<CurrentOrganisation>().LoadAsync(cancellationToken);
        foreach (var package in flow.Packages)
        {
            var published = await session.Get<IPublisher>().PublishAsync(package, Actor.System, null, cancellationToken);
            if (published.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            {
                return published.Diagnostics;
            }
        }

        return [];
    }

    private static async Task AddPeopleAsync(CommandSession session, FlowScriptPeople people, CancellationToken cancellationToken)
    {
        await using (var platform = session.Get<PlatformContextFactory>().CreateDbContext())
        {
            platform.Users.AddRange(people.Members.Select((name, index) => new Member
            {
                Id = index + 1, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name,
            }));
            await platform.SaveChangesAsync(cancellationToken);
        }

        await session.Get<IDepartments>().ChangeAsync(_ => new DepartmentTree(people.Departments), Actor.System, cancellationToken);
    }
}

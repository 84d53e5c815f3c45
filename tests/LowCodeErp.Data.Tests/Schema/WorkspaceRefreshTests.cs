using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Tests.Organisations;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using Microsoft.Extensions.Logging.Abstractions;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Schema;

public sealed class WorkspaceRefreshTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Refresh_AfterAnotherNodePublished_RunsTheNewVersion(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        var node = new PublishedWorkspace(database.Database.ConnectAnotherNode(), new(TestFields.Catalog, new([])));
        await node.LoadAsync(Cancellation);
        var changed = new TaskCompletionSource();
        node.Changed += changed.SetResult;
        var clock = new TickingClock();
        using var refresh = new WorkspaceRefresh(
            node, await LoadCalendarsAsync(database), database.Rights, await LoadOrganisationAsync(database.Database), clock, NullLogger<WorkspaceRefresh>.Instance);
        await refresh.StartAsync(Cancellation);
        await database.PublishAsync(Form("order").Text("number").Number("total"));

        (await clock.TimerAsync()).Tick();
        await changed.Task.WaitAsync(Cancellation);
        await refresh.StopAsync(Cancellation);

        Assert.Equal(2, node.Current.Version);
        Assert.Equal(TimeSpan.FromSeconds(2), (await clock.TimerAsync()).Period);
    }

    [Theory]
    [EveryDatabase]
    public async Task Refresh_AfterAnotherNodeChangedTheCalendar_CountsByIt(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        var there = database.Database.ConnectAnotherNode();
        var calendars = new WorkingCalendars(new CalendarStore(there));
        await calendars.LoadAsync(Cancellation);
        var changed = new TaskCompletionSource();
        calendars.Changed += changed.SetResult;
        var clock = new TickingClock();
        var node = new PublishedWorkspace(there, new(TestFields.Catalog, new([])));
        using var refresh = new WorkspaceRefresh(node, calendars, database.Rights, await LoadOrganisationAsync(database.Database), clock, NullLogger<WorkspaceRefresh>.Instance);
        await refresh.StartAsync(Cancellation);
        var here = new WorkingCalendars(new CalendarStore(database.Database.Connections));
        var founding = new DateOnly(2026, 11, 23);
        Assert.Empty(await here.SetAsync([new(founding, false, new("厂庆"))], Actor.System, Cancellation));
        Assert.True(calendars.Current.IsWorkingDay(founding));

        (await clock.TimerAsync()).Tick();
        await changed.Task.WaitAsync(Cancellation);
        await refresh.StopAsync(Cancellation);

        Assert.False(calendars.Current.IsWorkingDay(founding));
    }

    /// <summary>By an account that was changed here as well as by whoever changes it elsewhere.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Refresh_AfterAMemberWasDeactivated_SeesHimLeft(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        await using var platform = database.OpenPlatform();
        var member = platform.Add(new Member { UserName = "li", NormalizedUserName = "LI", DisplayName = "李雷" }).Entity;
        await platform.SaveChangesAsync(Cancellation);
        var organisation = await LoadOrganisationAsync(database.Database);
        var changed = new TaskCompletionSource();
        organisation.Changed += changed.SetResult;
        var clock = new TickingClock();
        using var refresh = new WorkspaceRefresh(
            database.Workspace, await LoadCalendarsAsync(database), database.Rights, organisation, clock, NullLogger<WorkspaceRefresh>.Instance);
        await refresh.StartAsync(Cancellation);
        member.IsActive = false;
        await platform.SaveChangesAsync(Cancellation);
        Assert.True(organisation.Current.IsActive(member.Id));

        (await clock.TimerAsync()).Tick();
        await changed.Task.WaitAsync(Cancellation);
        await refresh.StopAsync(Cancellation);

        Assert.False(organisation.Current.IsActive(member.Id));
        Assert.Equal("李雷", organisation.Current.FindMember(member.Id)?.Name);
    }

    private static async Task<CurrentOrganisation> LoadOrganisationAsync(TestDatabase database)
    {
        var organisation = new CurrentOrganisation(AuditedStores.Organisation(database.Connections));
        await organisation.LoadAsync(Cancellation);
        return organisation;
    }

    private static async Task<WorkingCalendars> LoadCalendarsAsync(PublishedDatabase database)
    {
        var calendars = new WorkingCalendars(new CalendarStore(database.Database.Connections));
        await calendars.LoadAsync(Cancellation);
        return calendars;
    }

    /// <summary>Hands out one timer, which runs when the test says so.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private readonly TaskCompletionSource<Timer> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Timer> TimerAsync() => _timer.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(() => callback(state), period);
            _timer.SetResult(timer);
            return timer;
        }
    }

    private sealed class Timer(Action tick, TimeSpan period) : ITimer
    {
        public TimeSpan Period => period;

        public void Tick() => tick();

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

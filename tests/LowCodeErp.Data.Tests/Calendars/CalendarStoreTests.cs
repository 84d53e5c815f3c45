using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LowCodeErp.Data.Tests.Calendars;

public sealed class CalendarStoreTests
{
    private static readonly DateOnly _founding = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task NewWorkspace_HasThePublishedHolidays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);

        var calendar = await new CalendarStore(database.Connections).ReadAsync(Cancellation);

        Assert.Equal(PublishedHolidays.Days, calendar.Days);
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], calendar.RestDays);
    }

    [Theory]
    [EveryDatabase]
    public async Task Change_OfAnAdministrator_IsReadBackAndOutlivesTheNextStart(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var calendars = new WorkingCalendars(new CalendarStore(database.Connections));
        await calendars.LoadAsync(Cancellation);
        ExceptionalDay[] changed = [new(_founding, false, new("厂庆", "Founding day")), new(new(2026, 10, 1), true, new("赶工"))];

        Assert.Empty(await calendars.SetAsync(changed, Actor.System, Cancellation));
        Assert.Empty(await calendars.ClearAsync(new(2026, 10, 2), new(2026, 10, 3), Actor.System, Cancellation));
        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(database.ConnectAnotherNode(), cancellationToken: Cancellation));

        var read = await new CalendarStore(database.ConnectAnotherNode()).ReadAsync(Cancellation);
        Assert.Equal(calendars.Current.Days, read.Days);
        Assert.Equal(2, read.Days.Intersect(changed).Count());
        Assert.Null(read.Find(new(2026, 10, 2)));
        Assert.Null(read.Find(new(2026, 10, 3)));
        Assert.Equal(PublishedHolidays.Days.Count - 1, read.Days.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task Change_OfSomebodyElse_IsRefusedByTheEngine(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new CalendarStore(database.Connections);
        var calendars = new WorkingCalendars(store);
        var seller = new Actor(7, "李销售", IsAdministrator: false);

        var set = await calendars.SetAsync([new(_founding, false, new("厂庆"))], seller, Cancellation);
        var cleared = await calendars.ClearAsync(DateOnly.MinValue, DateOnly.MaxValue, seller, Cancellation);

        Assert.Equal(["calendar.not-allowed", "calendar.not-allowed"], set.Concat(cleared).Select(problem => problem.Code));
        Assert.Equal(PublishedHolidays.Days, (await store.ReadAsync(Cancellation)).Days);
    }

    [Theory]
    [EveryDatabase]
    public async Task Change_WithAnImpossibleDay_StoresNoneOfThem(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new CalendarStore(database.Connections);

        var problems = await new WorkingCalendars(store).SetAsync(
            [new(_founding, false, new("厂庆")), new(_founding, true, new("")), new(new(1001, 1, 1), false, new(new string('长', 101)))], Actor.System, Cancellation);

        Assert.Equal(
            ["calendar.day-repeated", "calendar.name-too-long", "calendar.year-out-of-range"], problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
        Assert.Null((await store.ReadAsync(Cancellation)).Find(_founding));
    }

    [Theory]
    [EveryDatabase]
    public async Task Changes_OfSeveralNodesAtOnce_AreAllKept(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var before = await new CalendarStore(database.Connections).ReadAsync(Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(day => Task.Run(
            () => new CalendarStore(database.ConnectAnotherNode()).SetAsync([new(_founding.AddDays(day), day % 2 == 0, new("同时"))], Cancellation), Cancellation)));

        var after = await new CalendarStore(database.Connections).ReadAsync(Cancellation);
        Assert.Equal(before.Version + 8, after.Version);
        Assert.Equal(8, after.Days.Count(day => day.Name.Chinese == "同时"));
    }

    /// <summary>A workspace of the first published program, which knew no calendar.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Upgrade_OfAnExistingWorkspace_BringsTheHolidays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await MigrateBackAsync(database);

        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: Cancellation));

        Assert.Equal(PublishedHolidays.Days, (await new CalendarStore(database.Connections).ReadAsync(Cancellation)).Days);
    }

    /// <summary>As with a program that knew one year less, and an administrator who did not wait for the next.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Upgrade_WithANewYear_FillsInWhatNobodyEntered(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new CalendarStore(database.Connections);
        await store.ClearAsync(new(2026, 1, 1), new(2026, 12, 31), Cancellation);
        await store.ClearAsync(new(2025, 10, 1), new(2025, 10, 1), Cancellation);
        await store.SetAsync([new(new(2026, 2, 16), true, new("值班"))], Cancellation);
        await using (var context = new PlatformContextFactory(database.Connections).CreateDbContext())
        {
            await context.Calendars.ExecuteUpdateAsync(set => set.SetProperty(calendar => calendar.HolidaysThrough, 2025), Cancellation);
        }

        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: Cancellation));

        var calendar = await store.ReadAsync(Cancellation);
        Assert.Equal(PublishedHolidays.Days.Count(day => day.Date.Year == 2026), calendar.DaysOf(2026).Count());
        Assert.Equal(new(new(2026, 2, 16), true, new("值班")), calendar.Find(new(2026, 2, 16)));
        Assert.Null(calendar.Find(new(2025, 10, 1)));
    }

    private static async Task MigrateBackAsync(TestDatabase database)
    {
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First(), Cancellation);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => context.Calendars.CountAsync(Cancellation));
    }
}

using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Accounts;

/// <summary>Members are found and read a page at a time, by the database.</summary>
public sealed class MemberDirectoryTests
{
    private static readonly Actor _system = Actor.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Pages_OneAfterAnother_HoldEverybodyOnceActiveOnesFirst(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        await FillAsync(database);

        var first = await database.Directory.ReadAsync(new() { Take = 4 }, _system, Cancellation);
        var second = await database.Directory.ReadAsync(new() { Skip = 4, Take = 4 }, _system, Cancellation);

        Assert.Equal((7, 7), (first.TotalCount, second.TotalCount));
        Assert.Equal(["ann", "ben", "cat", "dan", "eve", "fox", "leaver"], first.Members.Concat(second.Members).Select(member => member.UserName));
        Assert.Empty((await database.Directory.ReadAsync(new() { Skip = 8, Take = 4 }, _system, Cancellation)).Members);
    }

    [Theory]
    [EveryDatabase]
    public async Task Query_OfNamesStateAndDepartment_FindsThoseThatFitAll(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        await FillAsync(database);

        Assert.Equal("ann", await FindAsync(new() { Words = "ANN" }));
        Assert.Equal("ben", await FindAsync(new() { Words = " 本杰 " }));
        Assert.Equal("cat", await FindAsync(new() { Words = "cat@EXAMPLE" }));
        Assert.Equal("", await FindAsync(new() { Words = "%" }));
        Assert.Equal("dan eve", await FindAsync(new() { Departments = [1, 2] }));
        Assert.Equal("", await FindAsync(new() { Departments = [] }));
        Assert.Equal("eve", await FindAsync(new() { Departments = [1, 2], Words = "e", State = MemberState.WithoutPassword }));
        Assert.Equal("leaver", await FindAsync(new() { State = MemberState.Deactivated }));
        Assert.Equal("fox", await FindAsync(new() { State = MemberState.Administrator }));
        Assert.Equal("ann ben cat eve fox", await FindAsync(new() { State = MemberState.WithoutPassword }));
        Assert.Equal("ann ben cat dan eve fox", await FindAsync(new() { State = MemberState.Active }));

        async Task<string> FindAsync(MemberQuery query)
            => string.Join(' ', (await database.Directory.ReadAsync(query, _system, Cancellation)).Members.Select(member => member.UserName));
    }

    /// <summary>Dan belongs to department 1, eve to 2; dan alone has a password.</summary>
    private static async Task FillAsync(AccountDatabase database)
    {
        Assert.Empty(await database.Accounts.AddAsync(
            [new("fox", "f", "", true), new("eve", "e", "", false), new("dan", "d", "", false), new("cat", "c", "cat@example.com", false), new("ben", "b", "", false), new("ann", "a", "", false), new("leaver", "a", "", false)],
            _system, Cancellation));
        await database.ChangeAsync(async context =>
        {
            var members = await context.Users.ToDictionaryAsync(member => member.UserName!, Cancellation);
            (members["ben"].DisplayName, members["leaver"].IsActive, members["dan"].PasswordHash) = ("b 本杰明", false, "hash");
            context.AddRange(Department(1, "销售部", null), Department(2, "华东", 1));
            context.AddRange(new MembershipRow { MemberId = members["dan"].Id, DepartmentId = 1 }, new MembershipRow { MemberId = members["eve"].Id, DepartmentId = 2 });
        });
    }

    private static DepartmentRow Department(long id, string name, long? parent) => new() { Id = id, Name = name, ParentId = parent, Title = name, Trail = $"/{id}/", IsActive = true };
}

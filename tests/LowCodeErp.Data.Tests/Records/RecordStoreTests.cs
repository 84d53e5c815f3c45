using System.Globalization;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

public sealed class RecordStoreTests
{
    private static readonly FormBuilder[] _forms =
    [
        Form("customer").Text("name").Text("code", length: 30, unique: true),
        Form("order").Text("number", length: 60, unique: true).Number("total", 15, 2).Number("whole", 15, 0).Boolean("paid").Date("due").Moment("sent")
            .Reference("customer", "customer").Member("clerk").Lines("line", line => line.Number("quantity", 15, 3)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Insert_TenThousandRecords_ReadBackTheSame(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var customer = await database.InsertAsync("customer", ["Acme", "C1"]);
        var rows = Enumerable.Range(0, 10_000).Select(index => NewOrder(index, customer)).ToArray();

        var first = await database.InsertAsync("order", rows);

        await using var transaction = await database.BeginAsync();
        var before = transaction.StatementCount;
        var stored = await transaction.ReadAsync(database.Form("order"), [.. Enumerable.Range(0, rows.Length).Select(index => first + index)], Cancellation);
        Assert.Equal(1, transaction.StatementCount - before);
        Assert.Equal(rows.Length, stored.Count);
        foreach (var (index, row) in rows.Index())
        {
            Assert.Equal(row, stored[first + index].Values);
        }

        Assert.Equal((1L, PublishedDatabase.Now, DateTimeKind.Utc), (stored[first].Version, stored[first].UpdatedAt, stored[first].UpdatedAt.Kind));
        Assert.Equal(1.5m.ToString(CultureInfo.InvariantCulture), ((decimal)stored[first + 1].Values[1]!).ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Insert_AFewRecordsAtATime_ReadBackTheSame(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var customer = await database.InsertAsync("customer", ["Acme", "C1"]);
        var rows = Enumerable.Range(0, 9).Select(index => NewOrder(index, customer)).ToArray();

        var first = await database.InsertAsync("order", rows[..7]);
        var second = await database.InsertAsync("order", rows[7..]);

        await using var transaction = await database.BeginAsync();
        var ids = Enumerable.Range(0, 7).Select(index => first + index).Concat([second, second + 1]).ToList();
        var stored = await transaction.ReadAsync(database.Form("order"), ids, Cancellation);
        Assert.Equal(rows, ids.Select(id => stored[id].Values));
    }

    [Theory]
    [EveryDatabase]
    public async Task Insert_UniqueValueThatIsThere_NamesTheField(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        await database.InsertAsync("customer", ["Acme", "C1"]);

        var one = await Assert.ThrowsAsync<DuplicateValueException>(() => database.InsertAsync("customer", ["Other", "C1"]));
        var many = await Assert.ThrowsAsync<DuplicateValueException>(
            () => database.InsertAsync("customer", [.. Enumerable.Range(0, 80).Select(index => new object?[] { "Many", $"C{index}" })]));

        Assert.Equal(("customer.code", "customer.code"), (one.Field.ToString(), many.Field.ToString()));
        Assert.Equal(1L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM customer"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Insert_SameUniqueValueByTwoWriters_SecondIsTold(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var form = database.Form("customer");
        await using var one = await database.BeginAsync();
        await one.InsertAsync(form, [PublishedDatabase.NewRecord(1_000_001, ["One", "C1"])], Cancellation);
        var second = InsertInOwnTransactionAsync(database, PublishedDatabase.NewRecord(1_000_002, ["Two", "C1"]));
        Assert.False(second.IsCompleted);

        await one.CommitAsync(Cancellation);
        await one.DisposeAsync();

        Assert.Equal("customer.code", (await Assert.ThrowsAsync<DuplicateValueException>(() => second)).Field.ToString());
    }

    [Theory]
    [EveryDatabase]
    public async Task Update_VersionThatMovedOn_IsReportedAndTheOthersAreWritten(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var first = await database.InsertAsync("customer", ["A", "C1"], ["B", "C2"], ["C", "C3"]);
        await using var transaction = await database.BeginAsync();

        var outdated = await transaction.UpdateAsync(
            database.Form("customer"),
            [NewVersion(first, 2, "A2", "C1"), NewVersion(first + 1, 3, "B2", "C2"), NewVersion(first + 2, 2, "C2", "C3"), NewVersion(999_999, 2, "D", "C4")],
            Cancellation);
        await transaction.CommitAsync(Cancellation);
        await transaction.DisposeAsync();

        Assert.Equal([first + 1, 999_999], outdated);
        Assert.Equal(("A2", 2L), (((await database.FindAsync("customer", first))!).Values[0], (await database.FindAsync("customer", first))!.Version));
        Assert.Equal("B", (await database.FindAsync("customer", first + 1))!.Values[0]);
        Assert.Equal("C2", (await database.FindAsync("customer", first + 2))!.Values[0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Update_UniqueValuesThatChangePlaces_AreStored(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var first = await database.InsertAsync("customer", ["A", "C1"], ["B", "C2"], ["C", "C3"]);
        await using var transaction = await database.BeginAsync();

        await transaction.UpdateAsync(
            database.Form("customer"), [NewVersion(first, 2, "A", "C2"), NewVersion(first + 1, 2, "B", "C3"), NewVersion(first + 2, 2, "C", "C1")], Cancellation);
        await transaction.CommitAsync(Cancellation);
        await transaction.DisposeAsync();

        Assert.Equal("C2", (await database.FindAsync("customer", first))!.Values[1]);
        Assert.Equal("C1", (await database.FindAsync("customer", first + 2))!.Values[1]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Update_ToAnotherRecordsUniqueValue_NamesTheField(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var first = await database.InsertAsync("customer", ["A", "C1"], ["B", "C2"]);
        await using var transaction = await database.BeginAsync();

        var exception = await Assert.ThrowsAsync<DuplicateValueException>(
            () => transaction.UpdateAsync(database.Form("customer"), [NewVersion(first, 2, "A", "C2")], Cancellation));

        Assert.Equal("code", exception.Field.Key);
    }

    [Theory]
    [EveryDatabase]
    public async Task Delete_Record_LeavesItsUniqueValueFreeAndIsFoundNoMore(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var (form, id) = (database.Form("customer"), await database.InsertAsync("customer", ["A", "C1"]));
        await using var transaction = await database.BeginAsync();

        await transaction.UpdateAsync(form, [NewVersion(id, 2, "A", "C1") with { IsDeleted = true }], Cancellation);
        await transaction.InsertAsync(form, [PublishedDatabase.NewRecord(id + 500, ["A", "C1"])], Cancellation);

        Assert.Empty(await transaction.ReadAsync(form, [id], Cancellation));
        Assert.Equal([id + 500], await transaction.FindExistingAsync(form, [id, id + 500, 77], Cancellation));
        Assert.Equal([new("C1", id + 500)], await transaction.FindIdsAsync(form["code"], ["C1", "c1"], Cancellation));
        Assert.Equal([id], await transaction.UpdateAsync(form, [NewVersion(id, 3, "A", "C1")], Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Dispose_WithoutCommit_LeavesNothing(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        await using (var transaction = await database.BeginAsync())
        {
            var form = database.Form("customer");
            var writes = Enumerable.Range(1, 60).Select(id => PublishedDatabase.NewRecord(id, ["A", $"C{id}"])).ToList();
            await transaction.InsertAsync(form, writes, Cancellation);
            await transaction.AppendHistoryAsync([.. writes.Select(write => PublishedDatabase.NewHistory(form, write, RecordAction.Create))], Cancellation);
        }

        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT (SELECT COUNT(*) FROM customer) + (SELECT COUNT(*) FROM sys_history)"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task FindIds_ByEveryKindOfValue_FindsTheSmallestId(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var customer = await database.InsertAsync("customer", ["Acme", "C1"]);
        var first = await database.InsertAsync("order", NewOrder(1, customer), [.. NewOrder(1, customer).Select((value, index) => index == 0 ? "other" : value)]);
        var (form, row) = (database.Form("order"), NewOrder(1, customer));
        await using var transaction = await database.BeginAsync();

        foreach (var field in form.StoredFields.Where(field => row[field.Ordinal] is not null))
        {
            var found = await transaction.FindIdsAsync(field, [row[field.Ordinal]!, Unlike(row[field.Ordinal]!)], Cancellation);
            Assert.Equal([new(row[field.Ordinal]!, first)], found);
        }

        Assert.Empty(await transaction.FindIdsAsync(form["number"], [], Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task FindIds_MoreValuesThanOneStatementTakes_FindsAll(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var rows = Enumerable.Range(0, 12_000).Select(index => new object?[] { null, $"C{index}" }).ToArray();
        var first = await database.InsertAsync("customer", rows);
        await using var transaction = await database.BeginAsync();

        var found = await transaction.FindIdsAsync(database.Form("customer")["code"], [.. rows.Select(row => row[1]!)], Cancellation);

        Assert.Equal((rows.Length, first + 11_999), (found.Count, found["C11999"]));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadLines_OfSeveralParents_AreInTheirOrder(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var first = await database.InsertAsync("order", NewOrder(1, null), NewOrder(2, null));
        var lines = database.Form("order-line");
        await using var transaction = await database.BeginAsync();
        await transaction.InsertAsync(
            lines,
            [PublishedDatabase.NewRecord(503, [first, 3m], 2), PublishedDatabase.NewRecord(502, [first, 1.125m], 0), PublishedDatabase.NewRecord(501, [first + 1, null], 1)],
            Cancellation);

        var stored = await transaction.ReadLinesAsync(lines, [first, first + 1], Cancellation);

        Assert.Equal([1.125m, null, 3m], stored.Select(line => line.Values[1]));
        Assert.Equal([502L, 503L], stored.Where(line => line.Values[0] is long parent && parent == first).Select(line => line.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task FindMembers_ByEitherName_FindsActiveOnes(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        await using (var platform = database.OpenPlatform())
        {
            platform.Users.AddRange(
                new() { Id = 1, UserName = "li", DisplayName = "李四", NormalizedUserName = "LI" },
                new() { Id = 2, UserName = "wang", DisplayName = "li", NormalizedUserName = "WANG" },
                new() { Id = 3, UserName = "gone", DisplayName = "走了", NormalizedUserName = "GONE", IsActive = false });
            await platform.SaveChangesAsync(Cancellation);
        }

        await using var transaction = await database.BeginAsync();
        Assert.Equal(new Dictionary<string, long> { ["li"] = 1, ["李四"] = 1, ["wang"] = 2 }, await transaction.FindMembersAsync(["li", "李四", "wang", "gone", "走了"], Cancellation));
        Assert.Equal([1L, 2L], (await transaction.FindExistingMembersAsync([1, 2, 3, 4], Cancellation)).Order());
    }

    [Theory]
    [EveryDatabase]
    public async Task AppendHistory_ManyEntries_AreIntactAndDescribeAConflict(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var (form, id) = (database.Form("customer"), await database.InsertAsync("customer", [.. Enumerable.Range(0, 60).Select(index => new object?[] { "A", $"C{index}" })]));
        await using (var transaction = await database.BeginAsync())
        {
            var li = new Actor(7, "李四", IsAdministrator: false);
            var (two, three) = (NewVersion(id, 2, "A𠮷", "C0"), NewVersion(id, 3, "A𠮷", "D0"));
            await transaction.AppendHistoryAsync([PublishedDatabase.NewHistory(form, two, RecordAction.Update, """{"name":["A","A𠮷"]}""", li)], Cancellation);
            await transaction.AppendHistoryAsync([PublishedDatabase.NewHistory(form, three, RecordAction.Update, """{"code":["C0","D0"]}""")], Cancellation);

            var since1 = await transaction.DescribeConflictAsync(form, id, 1, Cancellation);
            var since2 = await transaction.DescribeConflictAsync(form, id, 2, Cancellation);
            var gone = await transaction.DescribeConflictAsync(form, 424_242, 1, Cancellation);

            Assert.Equal(("name code", "system"), (KeysOf(since1), since1.ChangedBy));
            Assert.Equal(("code", PublishedDatabase.Now, false), (KeysOf(since2), since2.At, since2.IsDeleted));
            Assert.True(gone is { IsDeleted: true, ChangedBy: null, At: null });
            await transaction.CommitAsync(Cancellation);
        }

        await using var platform = database.OpenPlatform();
        var entries = await platform.History.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(62, entries.Count);
        Assert.All(entries, entry => Assert.Equal(HistoryHash.Of(entry), entry.Hash));
        Assert.Equal(62, entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Theory]
    [EveryDatabase]
    public async Task Form_PublishedWithOtherColumnsMeanwhile_IsRefused(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"), Form("customer").Text("name"));
        var (order, customer) = (database.Form("order"), database.Form("customer"));

        await database.PublishAsync(Form("order").Text("number").Number("total"), Form("customer").Text("name"));

        await using var transaction = await database.BeginAsync();
        await Assert.ThrowsAsync<FormChangedException>(() => transaction.InsertAsync(order, [PublishedDatabase.NewRecord(1, ["A"])], Cancellation));
        await transaction.InsertAsync(customer, [PublishedDatabase.NewRecord(1, ["A"])], Cancellation);
    }

    [Theory]
    [EveryDatabase]
    public async Task NextNumbers_InTwoPeriods_CountFromOneInEach(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var field = database.Form("order")["number"];
        await using var transaction = await database.BeginAsync();

        Assert.Equal(1, await transaction.NextNumbersAsync(field, "2026", 3, Cancellation));
        Assert.Equal(4, await transaction.NextNumbersAsync(field, "2026", 1, Cancellation));
        Assert.Equal(1, await transaction.NextNumbersAsync(field, "2027", 1, Cancellation));
    }

    private static object?[] NewOrder(int index, long? customer) => index % 10 == 9
        ? [$"A{index}", null, null, null, null, null, null, null, null]
        : [
            $"A{index} '𠮷😀\n\"", index % 2 == 0 ? -1234567890123.45m : index + 0.5m, 999_999_999_999_999m - index, index % 3 == 0,
            new DateOnly(1900, 1, 1).AddDays(index * 7), PublishedDatabase.Now.AddMicroseconds(index), customer, null, null,
        ];

    private static object Unlike(object value) => value switch
    {
        string => "nothing",
        decimal => 3.25m,
        bool boolean => !boolean,
        DateOnly date => date.AddDays(1),
        DateTime time => time.AddMicroseconds(1),
        _ => 424_242L,
    };

    private static string KeysOf(ChangeConflict conflict) => string.Join(' ', conflict.Fields.Select(field => field.Key));

    private static RecordWrite NewVersion(long id, long version, string name, string code) => PublishedDatabase.NewRecord(id, [name, code]) with { Version = version };

    private static async Task InsertInOwnTransactionAsync(PublishedDatabase database, RecordWrite write)
    {
        await using var transaction = await database.BeginAsync();
        await transaction.InsertAsync(database.Form("customer"), [write], Cancellation);
        await transaction.CommitAsync(Cancellation);
    }
}

using LowCodeErp.Core.Values;
using LowCodeErp.Data.HandOvers;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Data.Views;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.HandOvers;

/// <summary>A leaver's things on real databases: everything moves, or nothing (R115).</summary>
public sealed class HandOverTests
{
    private const long Li = 11;
    private const long Zhao = 12;
    private const long Wang = 13;

    private static readonly Actor _administrator = new(Wang, "王芳", IsAdministrator: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task HandOver_OfRecords_NamesTheSuccessorWithHistory(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        var fields = setting.Fields;
        var owned = await fields.AddAsync("customer", ("name", Text("甲")), ("owner", Text("li")), ("team", Text("li、zhao、wang")));
        var shared = await fields.AddAsync("customer", ("name", Text("乙")), ("owner", Text("wang")), ("team", Text("wang、li")));
        var other = await fields.AddAsync("customer", ("name", Text("丙")), ("owner", Text("zhao")));
        var visit = await setting.AddVisitAsync("一", "li", "zhao");

        Assert.Equal(
            ["records customer · 负责人 1", "records customer · 团队 2", "records visit · 参加者 · 成员 1"], Lines(await setting.Desk.PreviewAsync(Li, Cancellation)));
        var result = await setting.Desk.RunAsync(setting.HandOver(), _administrator, Cancellation);

        Assert.Empty(result.Problems);
        Assert.Equal(["records customer 2", "records visit 1"], Lines(result.Report!.Moved));
        Assert.Equal("赵六 赵六, 王芳", await setting.DescribeAsync(owned));
        Assert.Equal("王芳 王芳, 赵六", await setting.DescribeAsync(shared));
        Assert.Equal("赵六 ", await setting.DescribeAsync(other));
        Assert.Equal(["赵六", "赵六"], await setting.ReadParticipantsAsync(visit));
        Assert.Empty(await setting.Desk.PreviewAsync(Li, Cancellation));
        var history = await fields.Published.Queries.ReadHistoryAsync(fields.Form("customer"), owned, Actor.System, Cancellation);
        Assert.Equal((2, "王芳", "hand-over"), (history.Count, history[0].ActorName, history[0].Source));
        Assert.Single(await fields.Published.Queries.ReadHistoryAsync(fields.Form("customer"), other, Actor.System, Cancellation));
        Assert.Equal("", await fields.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task HandOver_OfSharedRecords_GivesThemToTheSuccessor(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        var past = new DateTime(2020, 1, 6, 0, 0, 0, DateTimeKind.Utc);
        await setting.ShareAsync((1, Li, true, null), (2, Li, false, null), (2, Zhao, true, null), (3, Li, true, null), (3, Zhao, false, null), (4, Li, true, past));

        Assert.Equal(["shares customer 3"], Lines(await setting.Desk.PreviewAsync(Li, Cancellation)));
        var result = await setting.Desk.RunAsync(setting.HandOver(), _administrator, Cancellation);

        Assert.Equal(["shares customer 3"], Lines(result.Report!.Moved));
        Assert.Equal(["1 True", "2 True", "3 True"], await setting.ReadSharesAsync(Zhao));
        Assert.Empty(await setting.ReadSharesAsync(Li));
    }

    [Theory]
    [EveryDatabase]
    public async Task HandOver_OfOrganisationAndViews_MovesAndCopiesThem(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        var (past, future) = (new DateOnly(2020, 1, 6), new DateOnly(2120, 1, 6));
        await setting.ChangeAsync(current => current.Assign([new(Li, 1, DepartmentRole.Head, IsMain: true), new(Zhao, 2, IsMain: true), new(Wang, 2)], new()));
        await setting.ChangeAsync(current => current.Report(Wang, Li, new())!.Report(Zhao, Li, new()));
        await setting.ChangeAsync(current => current.Leave(new(Wang, future, future, Li), null, new())!.Leave(new(Wang, past, past, Li), null, new()));
        await setting.Views.ChangeAsync(Li, "customer", _ => new() { Views = [new() { Key = "mine", Label = new("我的客户") }] }, Cancellation);
        await setting.Views.ChangeAsync(Zhao, "customer", _ => new() { Chosen = "own", Views = [new() { Key = "wo-de-ke-hu", Label = new("我的客户") }] }, Cancellation);

        Assert.Equal(
            ["organisation 负责人：总公司 1", "organisation 汇报关系：直接下属 2", "organisation 代理：他人休假时的代理人 1", "personal-views customer 1"],
            Lines(await setting.Desk.PreviewAsync(Li, Cancellation)));
        var result = await setting.Desk.RunAsync(setting.HandOver(), _administrator, Cancellation);

        Assert.Empty(result.Problems);
        var after = setting.Organisation.Current;
        Assert.Equal([Zhao], after.HeadsOf(1));
        Assert.Equal(2, after.MainDepartmentOf(Zhao));
        Assert.Equal(DepartmentRole.Member, after.FindMembership(Li, 1)?.Role);
        Assert.Equal([new(Wang, Zhao)], after.ReportingLines);
        Assert.Equal([Li, Zhao], after.AbsencesOf(Wang).Select(absence => absence.SubstituteId));
        Assert.Equal(["我的客户", "我的客户（李雷）"], (await setting.Views.FindAsync(Zhao, "customer", Cancellation)).Views.Select(view => view.Label.Chinese));
        Assert.False(after.IsActive(Li));
        var kept = Assert.Single(await setting.Reports.ListAsync(Li, Cancellation));
        Assert.Equal(Lines(result.Report!.Moved), Lines(kept.Moved));
        Assert.Equal(("李雷", "赵六", "王芳", true), (kept.LeaverName, kept.SuccessorName, kept.ActorName, kept.WasDeactivated));
    }

    /// <summary>Whose session is checked by its stamp; and a failed sign-in that was read before must not bring the account back.</summary>
    [Theory]
    [EveryDatabase]
    public async Task HandOver_ThatDeactivates_ChangesTheStampsOfTheAccount(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        await using var earlier = setting.Fields.Published.OpenPlatform();
        var read = await earlier.Users.SingleAsync(member => member.Id == Li, Cancellation);

        await setting.Desk.RunAsync(setting.HandOver(), _administrator, Cancellation);

        await using var later = setting.Fields.Published.OpenPlatform();
        var now = await later.Users.SingleAsync(member => member.Id == Li, Cancellation);
        Assert.False(now.IsActive);
        Assert.NotEqual(read.SecurityStamp, now.SecurityStamp);
        read.AccessFailedCount++;
        earlier.Update(read);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => earlier.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task HandOver_RecordThatItsFormRefuses_StaysAndIsToldOf(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        var bad = await setting.Fields.AddAsync("customer", ("name", Text("甲")), ("owner", Text("li")));
        var good = await setting.Fields.AddAsync("customer", ("name", Text("乙")), ("owner", Text("li")));
        await setting.Fields.Published.ExecuteAsync($"UPDATE customer SET name = NULL WHERE id = {bad}");

        var result = await setting.Desk.RunAsync(setting.HandOver(), _administrator, Cancellation);

        Assert.Equal(["records customer 1"], Lines(result.Report!.Moved));
        Assert.StartsWith($"customer“#{bad}”没有交接：", Assert.Single(result.Report.Remaining).Chinese, StringComparison.Ordinal);
        Assert.Equal("李雷 ", await setting.DescribeAsync(bad));
        Assert.Equal("赵六 ", await setting.DescribeAsync(good));
    }

    [Theory]
    [EveryDatabase]
    public async Task HandOver_ThatCannotBe_IsRefusedAndNothingMoves(DatabaseProvider provider)
    {
        await using var setting = await Setting.CreateAsync(provider);
        var record = await setting.Fields.AddAsync("customer", ("name", Text("甲")), ("owner", Text("li")));
        await setting.ChangeAsync(current => current.Assign([new(Li, 1, DepartmentRole.Head)], new()));
        var (li, zhao, wang) = (setting.Find(Li), setting.Find(Zhao), setting.Find(Wang));

        Assert.Equal("hand-over.not-allowed", await RefuseAsync(new(li, zhao, true), new(Zhao, "赵六", IsAdministrator: false)));
        Assert.Equal("hand-over.same-member", await RefuseAsync(new(li, li, true), _administrator));
        Assert.Equal("hand-over.own-account", await RefuseAsync(new(wang, zhao, true), _administrator));
        await DeactivateAsync(Zhao);
        Assert.Equal("hand-over.successor-inactive", await RefuseAsync(new(li, zhao, true), _administrator));
        await DeactivateAsync(Wang);
        Assert.Equal("hand-over.not-allowed", await RefuseAsync(new(li, zhao, true), _administrator));

        Assert.Equal("李雷 ", await setting.DescribeAsync(record));
        Assert.Equal([Li], (await setting.ReadAsync()).HeadsOf(1));
        Assert.Empty(await setting.Reports.ListAsync(Li, Cancellation));

        Task DeactivateAsync(long member)
            => setting.Fields.Published.ExecuteAsync($"UPDATE sys_member SET is_active = {(provider == DatabaseProvider.PostgreSql ? "false" : "0")} WHERE id = {member}");

        async Task<string> RefuseAsync(HandOver handOver, Actor actor)
        {
            var result = await setting.Desk.RunAsync(handOver, actor, Cancellation);
            Assert.Null(result.Report);
            return Assert.Single(result.Problems).Code;
        }
    }

    private static InputValue Text(string text) => InputValue.Of(text);

    private static IEnumerable<string> Lines(IEnumerable<HandOverSection> sections)
        => sections.SelectMany(section => section.Items.Select(item => $"{section.Key} {item.What.Chinese} {item.Count}"));

    /// <summary>李雷 leaves, 赵六 succeeds him, 王芳 is the administrator.</summary>
    private sealed class Setting : IAsyncDisposable
    {
        private readonly IdAllocator _ids;

        private Setting(FieldDatabase fields)
        {
            Fields = fields;
            var connections = fields.Published.Database.Connections;
            _ids = new(connections);
            var store = new OrganisationStore(connections, fields.Published.Audit);
            Organisation = new(store);
            Views = new(connections);
            Reports = new(connections, _ids);
            IHandOverPart[] parts =
            [
                new RecordsPart(fields.Published.Workspace, fields.Published.Queries, fields.Published.Pipeline),
                new SharesPart(connections, fields.Published.Workspace, TimeProvider.System),
                new PersonalViewsPart(connections, fields.Published.Workspace),
                new OrganisationPart(Organisation, store, fields.Published.Workspace, TimeProvider.System),
            ];
            Desk = new(fields.Published.Store, parts, Reports, Organisation, TimeProvider.System);
        }

        public FieldDatabase Fields { get; }

        public CurrentOrganisation Organisation { get; }

        public PersonalViewStore Views { get; }

        public HandOverStore Reports { get; }

        public HandOverDesk Desk { get; }

        public static async Task<Setting> CreateAsync(DatabaseProvider provider)
        {
            var fields = await FieldDatabase.CreateAsync(
                provider,
                Form("customer").Field("name", "text").Required().Field("owner", "member").Labelled("负责人").Field("team", "members").Labelled("团队"),
                Form("visit").Field("name", "text").Lines("participant", lines => lines.Field("who", "member").Labelled("成员").Field("remark", "text"), "sub-table").Labelled("参加者"));
            await fields.AddMemberAsync(Li, "li", "李雷");
            await fields.AddMemberAsync(Zhao, "zhao", "赵六");
            await fields.AddMemberAsync(Wang, "wang", "王芳");
            await fields.AddDepartmentsAsync("总公司/销售部");
            var setting = new Setting(fields);
            await setting.Organisation.LoadAsync(Cancellation);
            return setting;
        }

        public OrganisationMember Find(long id) => Organisation.Current.FindMember(id)!;

        public HandOver HandOver() => new(Find(Li), Find(Zhao), Deactivates: true);

        public Task<Organisation> ReadAsync() => new OrganisationStore(Fields.Published.Database.Connections, Fields.Published.Audit).ReadAsync(Cancellation);

        public async Task ChangeAsync(Func<Organisation, Organisation?> change)
            => Assert.Empty(await Organisation.ChangeAsync((current, _) => change(current), Actor.System, Cancellation));

        public async Task<long> AddVisitAsync(string name, params string[] participants)
        {
            var lines = participants.Select(participant => new RecordInput { Values = new Dictionary<string, InputValue> { ["who"] = Text(participant) } }).ToList();
            var input = new RecordInput
            {
                Values = new Dictionary<string, InputValue> { ["name"] = Text(name) },
                Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["participant"] = lines },
            };
            var result = await Fields.Published.Pipeline.SaveAsync(new(Fields.Form("visit"), [input], Actor.System, ChangeSource.Command), Cancellation);
            return Assert.IsType<SaveResult.Saved>(result).Records.Single().Id;
        }

        public async Task ShareAsync(params (long Customer, long With, bool MayEdit, DateTime? Until)[] shares)
        {
            await using var platform = Fields.Published.OpenPlatform();
            platform.AddRange(shares.Select(share => new RecordShare { Form = "customer", RecordId = share.Customer, MemberId = share.With, MayEdit = share.MayEdit, Until = share.Until, SharedBy = Wang, SharedAt = PublishedDatabase.Now }));
            await platform.SaveChangesAsync(Cancellation);
        }

        public async Task<IReadOnlyList<string>> ReadSharesAsync(long member)
        {
            await using var platform = Fields.Published.OpenPlatform();
            return [.. (await platform.RecordShares.Where(share => share.MemberId == member).OrderBy(share => share.RecordId).ToListAsync(Cancellation)).Select(share => $"{share.RecordId} {share.MayEdit}")];
        }

        public async Task<string> DescribeAsync(long customer)
        {
            var row = await Fields.ReadAsync("customer", customer);
            return $"{row.TitleOf(row.Form["owner"])} {string.Join(", ", row.TitlesOf(row.Form["team"]))}";
        }

        public async Task<IEnumerable<string?>> ReadParticipantsAsync(long visit)
        {
            var field = Fields.Form("visit")["participant"];
            var lines = await Fields.Published.Queries.ReadLinesAsync(field, visit, Actor.System, Cancellation);
            return lines.Select(line => line.TitleOf(line.Form["who"]));
        }

        public async ValueTask DisposeAsync()
        {
            _ids.Dispose();
            await Fields.DisposeAsync();
        }
    }
}

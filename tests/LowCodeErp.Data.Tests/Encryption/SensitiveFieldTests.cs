using LowCodeErp.Core.Values;
using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Encryption.SensitiveDatabase;

namespace LowCodeErp.Data.Tests.Encryption;

/// <summary>What is sensitive is read and found as anything else, and stands nowhere in the database (R112).</summary>
public sealed class SensitiveFieldTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Sensitive_Entered_Changed_Deleted_IsNowhereInTheDatabase(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        await database.AddMemberAsync(1, "ann", "Ann");
        var id = await database.AddAsync("contact", Value("name", "Zhang"), Value("phone", "13812345678"), Value("note", "special contract 4711"));
        await database.ChangeAsync("contact", id, Value("phone", "13987654321"));
        Assert.Equal("", await database.ImportAsync("contact", "name,phone,note\nLi,13711112222,confidential words\n"));
        await new DraftStore(database.Published.Database.Connections, TimeProvider.System).KeepAsync(new(1, "contact", null), "w1", """{"phone":"13655556666"}""", Cancellation);

        Assert.Equal(("13987654321", "special contract 4711"), await ReadAsync(database, id));
        Assert.Equal("""{"phone":["13812345678","13987654321"]}""", await database.HistoryAsync("contact", id));
        Assert.Contains("Li,13711112222,confidential words", await database.ExportAsync("contact"), StringComparison.Ordinal);
        Assert.Equal("", await database.DeleteAsync("contact", id));
        var deleted = await database.Published.Queries.FindDeletedAsync(database.Form("contact"), id, Actor.System, Cancellation);
        Assert.Equal("13987654321", deleted!.Row[database.Form("contact")["phone"]].AsText());
        Assert.Equal("", await database.ExamineAsync());

        var everything = await ReadEverythingAsync(database);
        Assert.Contains("Zhang", everything, StringComparison.Ordinal);
        foreach (var secret in new[] { "13812345678", "special contract", "13987654321", "13711112222", "confidential", "13655556666" })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Sensitive_IsFoundByItsExactValue(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"), Value("note", "Special Contract"));
        await database.AddAsync("contact", Value("name", "B"), Value("phone", "13987654321"));
        await database.AddAsync("contact", Value("name", "C"));
        var (phone, note) = (database.Path("contact", "phone"), database.Path("contact", "note"));

        Assert.Equal("A", await database.FindAsync("contact", new Condition.Compare(phone, ComparisonOperator.Equal, Core.Values.Value.Of("13812345678"))));
        Assert.Equal("B", await database.FindAsync("contact", new Condition.Compare(phone, ComparisonOperator.NotEqual, Core.Values.Value.Of("13812345678"))));
        Assert.Equal("A B", await database.FindAsync("contact", new Condition.OneOf(phone, [Core.Values.Value.Of("13987654321"), Core.Values.Value.Of("13812345678")])));
        Assert.Equal("A", await database.FindAsync("contact", new Condition.Contains(note, "special CONTRACT")));
        Assert.Equal("", await database.FindAsync("contact", new Condition.Contains(note, "special")));
        Assert.Equal("C", await database.FindAsync("contact", new Condition.IsBlank(phone)));
        Assert.Equal("A B", await database.FindAsync("contact", new Condition.IsNotBlank(phone)));
        Assert.Equal("B", await database.FindAsync("contact", search: "13987654321"));
        Assert.Equal("A", await database.FindAsync("contact", search: "special contract"));
        Assert.Equal("", await database.FindAsync("contact", search: "1398765"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Sensitive_Unique_IsRefusedInAnySpelling_AndIsTheKeyOfAnImport(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(
            provider, Specifications.Apps.FormBuilder.Form("contact").Field("name", "text").Field("email", "email", unique: true).Encrypted());
        var id = await database.AddAsync("contact", Value("name", "A"), Value("email", "a@x.cn"));
        var other = await database.AddAsync("contact", Value("name", "B"), Value("email", "b@x.cn"));

        Assert.Equal("record.not-unique email", await database.RefuseAsync("contact", Value("email", "A@X.cn")));
        Assert.Equal("3 record.not-unique email", await database.ImportAsync("contact", "name,email\nC,c@x.cn\nD,C@x.cn\n"));
        Assert.Equal("", await database.ImportAsync("contact", "name,email\nA2,A@x.cn\nE,e@x.cn\n", key: "email"));
        Assert.Equal("A2 B E", await database.FindAsync("contact"));
        RecordInput[] swap = [new() { Id = id, Values = Values("b@x.cn") }, new() { Id = other, Values = Values("a@x.cn") }];
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(new(database.Form("contact"), swap, Actor.System, ChangeSource.Command), Cancellation));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Ciphertext_ChangedOrMoved_IsToldAtItsPlace_AndTheRestIsRead(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        var one = await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"), Value("note", "one"));
        var two = await database.AddAsync("contact", Value("name", "B"), Value("phone", "13987654321"), Value("note", "two"));

        // To another record, and to another field of the same one.
        await database.Published.ExecuteAsync($"UPDATE contact SET phone = (SELECT phone FROM contact WHERE id = {one}) WHERE id = {two}");
        await database.Published.ExecuteAsync($"UPDATE contact SET note = phone WHERE id = {one}");

        Assert.Equal(("13812345678", "〔无法解密〕"), await ReadAsync(database, one));
        Assert.Equal(("〔无法解密〕", "two"), await ReadAsync(database, two));
        Assert.Equal("A B", await database.FindAsync("contact"));
        Assert.Equal("encryption.value-unreadable note", await RefuseChangeAsync(database, one));
        Assert.Equal("encryption.value-unreadable phone", await RefuseChangeAsync(database, two));
        Assert.Equal("health.unreadable contact.phone, health.unreadable contact.note", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Key_Lost_NothingSensitiveIsReadOrStored_AndTheRestIs(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        var id = await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"));
        await database.Published.ExecuteAsync("DELETE FROM sys_protection_key");

        var problem = await database.Published.Database.OpenKeysAsync();

        Assert.Equal("encryption.key-lost", problem?.Code);
        Assert.Equal(("〔无法解密〕", ""), await ReadAsync(database, id));
        Assert.Equal("A", await database.FindAsync("contact"));
        Assert.Equal("A", await database.FindAsync("contact", search: "a"));
        Assert.Equal("", await database.FindAsync("contact", search: "13812345678"));
        Assert.Equal("encryption.key-lost ", await database.RefuseAsync("contact", Value("name", "B"), Value("phone", "13987654321")));
        await database.AddAsync("contact", Value("name", "C"));
    }

    private static async Task<(string Phone, string Note)> ReadAsync(Records.FieldDatabase database, long id)
    {
        var row = await database.ReadAsync("contact", id);
        return (row[row.Form["phone"]].AsText() ?? "", row[row.Form["note"]].AsText() ?? "");
    }

    private static async Task<string> RefuseChangeAsync(Records.FieldDatabase database, long id)
    {
        var request = new SaveRequest(database.Form("contact"), [new() { Id = id, Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of("X") } }], Actor.System, ChangeSource.Command);
        var invalid = Assert.IsType<SaveResult.Invalid>(await database.Published.Pipeline.SaveAsync(request, Cancellation));
        return string.Join("; ", invalid.Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}"));
    }

    private static Dictionary<string, InputValue> Values(string email) => new() { ["email"] = InputValue.Of(email) };
}

using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Encryption.SensitiveDatabase;

namespace LowCodeErp.Data.Tests.Encryption;

/// <summary>A field becomes sensitive, and ceases to be, with what is stored in it.</summary>
public sealed class SensitivePublishingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publish_MakingAFieldSensitive_EncryptsWhatIsStored_AndTheWayBack(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts(isEncrypted: false));
        // Past the pipeline, so that there is no history from before: that stays as it was.
        var rows = Enumerable.Range(0, 2_500).Select(index => new object?[] { $"N{index}", $"1380000{index:0000}", index == 7 ? "special contract" : null, null, null }).ToArray();
        var first = await database.Published.InsertAsync("contact", [.. rows]);
        await database.DeleteAsync("contact", first + 1);

        await database.Published.PublishAsync(Contacts());

        Assert.Equal("13800000007", await PhoneAsync(database, first + 7));
        Assert.Equal("record.not-unique phone", await database.RefuseAsync("contact", Value("phone", "13800000007")));
        Assert.Equal("", await database.ExamineAsync());
        if (provider == DatabaseProvider.PostgreSql)
        {
            Assert.DoesNotContain("special contract", await ReadEverythingAsync(database), StringComparison.Ordinal);
        }

        await database.Published.PublishAsync(Contacts(isEncrypted: false));

        Assert.Equal("13800000007", await PhoneAsync(database, first + 7));
        Assert.Equal("13800000007", await database.Published.QueryAsync($"SELECT phone FROM contact WHERE id = {first + 7}"));
        Assert.Equal("13800000001", await database.Published.QueryAsync($"SELECT phone FROM contact WHERE id = {first + 1}"));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_Rehearsed_TellsAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts(isEncrypted: false));
        var id = await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"));

        var result = await database.Published.Publisher.PublishAsync(App.With(Contacts()), Actor.System, new PublishOptions { IsRehearsal = true }, Cancellation);

        Assert.Contains(result.Impact, effect => effect.Chinese.Contains("字段“phone”加密 1 个值", StringComparison.Ordinal));
        Assert.Equal("13812345678", await database.Published.QueryAsync($"SELECT phone FROM contact WHERE id = {id}"));
        Assert.Equal("13812345678", await PhoneAsync(database, id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_MakingSpellingsOfOneValueSensitiveAndUnique_IsRefusedAndRolledBack(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Emails(isEncrypted: false));
        var id = await database.AddAsync("contact", Value("name", "A"), Value("email", "a@x.cn"));
        await database.AddAsync("contact", Value("name", "B"), Value("email", "A@x.cn"));

        Assert.Equal("schema.field.not-unique", await database.Published.RefuseAsync(Emails(isEncrypted: true)));

        Assert.Equal("a@x.cn", await database.Published.QueryAsync($"SELECT email FROM contact WHERE id = {id}"));
        await database.ChangeAsync("contact", id, Value("name", "A2"));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ChangingTypeAndSensitivity_TakesTwoSteps(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Emails(isEncrypted: true));

        Assert.Equal("schema.field.sensitive-changed", await database.Published.RefuseAsync(FormBuilder.Form("contact").Field("name", "text").Field("email", "text", unique: true).Encrypted()));
        Assert.Equal("schema.field.sensitive-changed", await database.Published.RefuseAsync(FormBuilder.Form("contact").Field("name", "text").Field("email", "text", unique: true)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_TakingASensitiveFieldAway_AndBringingItBack_KeepsItsValues(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        var id = await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"));

        await database.Published.PublishAsync(FormBuilder.Form("contact").Field("name", "text"));
        await database.Published.PublishAsync(Contacts());

        Assert.Equal("13812345678", await PhoneAsync(database, id));
        Assert.Equal("record.not-unique phone", await database.RefuseAsync("contact", Value("phone", "13812345678")));
        Assert.Equal("", await database.ExamineAsync());
    }

    private static FormBuilder Emails(bool isEncrypted) => FormBuilder.Form("contact").Field("name", "text").Field("email", "email", unique: true).Encrypted(isEncrypted);

    private static async Task<string?> PhoneAsync(Records.FieldDatabase database, long id)
    {
        var row = await database.ReadAsync("contact", id);
        return row[row.Form["phone"]].AsText();
    }
}

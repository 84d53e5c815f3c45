using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Who may design one form of an app publishes that form, and comes by nothing that is kept from him (decision 0045).</summary>
public sealed class FormDesignTests
{
    /// <summary>Ann designs orders; of customers she does not see the credit.</summary>
    private const string OfOrders = """
        {"key": "designer", "label": {"zh-CN": "设计"}, "grants": [
          {"form": "order", "operations": ["view", "create", "edit", "design"]},
          {"form": "customer", "operations": ["view"], "fields": [{"fields": ["credit"], "access": "hidden"}]}
        ]}
        """;

    /// <summary>Ann designs customers, of which she sees those in the east, without the credit; and sees her own orders.</summary>
    private const string OfCustomers = """
        {"key": "designer", "label": {"zh-CN": "设计"}, "grants": [
          {"form": "customer", "operations": ["design"]},
          {"form": "customer", "operations": ["view"], "rows": "condition", "condition": "[region] = \"east\"", "fields": [{"fields": ["credit"], "access": "hidden"}, {"fields": ["label"], "access": "read"}]},
          {"form": "order", "operations": ["view"], "rows": "own"}
        ]}
        """;

    /// <summary>Ann designs visits and sees bills; of staff she does not see the credit, of partners she does.</summary>
    private const string OfVisits = """
        {"key": "designer", "label": {"zh-CN": "设计"}, "grants": [
          {"form": "visit", "operations": ["view", "design"]}, {"form": "bill", "operations": ["view"]}, {"form": "first", "operations": ["view"]}, {"form": "partner", "operations": ["view"]},
          {"form": "staff", "operations": ["view"], "fields": [{"fields": ["credit"], "access": "hidden"}]}
        ]}
        """;

    private const string Designless = """{"key": "designless", "label": {"zh-CN": "不设计"}, "grants": [{"form": "order", "effect": "deny", "operations": ["design"]}]}""";

    private const string Working = """{"key": "working", "label": {"zh-CN": "办事"}, "grants": [{"form": "order", "operations": ["view", "create", "edit", "delete", "import", "export", "print", "share"]}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publish_OfHisForm_IsDoneAndLogged(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");

        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("note")), new() { IsRehearsal = true }));
        Assert.Null(database.Form("order").Find("note"));
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("note"))));
        Assert.NotNull(database.Form("order").Find("note"));
        await using var platform = database.Published.OpenPlatform();
        Assert.Equal(Ann, platform.Publications.OrderBy(publication => publication.Version).Last().PublishedBy);
        Assert.Equal(Ann, platform.Audit.OrderBy(entry => entry.Id).Last(entry => entry.Kind == "publication").ActorId);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_WithoutDesign_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders, Designless, Working);
        await database.GiveAsync(Ann, "working");
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Adding("order", form => form.Text("note"))));

        await database.GiveAsync(Ann, "designer");
        var viewed = Member(Ann) with { SeenBy = new(Bob, "bob") };
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Adding("order", form => form.Text("note")), by: viewed));
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("note"))));

        await database.GiveAsync(Ann, "designless");
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Adding("order", form => form.Text("more"))));
    }

    /// <summary>Whatever it is of, whether it is published, rehearsed or restored; and nothing of it is written.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfAnythingElse_IsRefusedWithItsPlace(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");
        var version = database.Published.Workspace.Current.Version;

        await RefuseAsync("design.not-yours forms/customer.json", Adding("customer", form => form.Text("note")));
        await RefuseAsync("design.not-yours forms/customer.json", package => Adding("order", form => form.Text("note"))(Adding("customer", form => form.Text("note"))(package)));
        await RefuseAsync("design.not-yours forms/order.json", package => package with { Forms = [.. package.Forms.Where(form => form.Definition.Key != "order")] });
        await RefuseAsync("design.not-yours forms/fresh.json", package => package with { Forms = [.. package.Forms, .. App.With(FormBuilder.Form("fresh").Text("name")).Forms] });
        await RefuseAsync("design.not-yours app.json", package => package with { App = Write(package.App, app => app with { Label = new("改名") }) });
        await RefuseAsync("design.not-yours roles/designer.json", package => package with
        {
            Roles = [.. package.Roles.Select(role => Write(role, definition => definition with { Grants = [new() { Form = "customer", Operations = [AccessOperation.View] }] }))],
        });
        await RefuseAsync("design.not-yours roles/designer.json", package => package with { Roles = [] });
        await RefuseAsync("design.not-yours flows/approval.json", package => package.WithFlows("""
            {"key": "approval", "label": {"zh-CN": "审批"}, "form": "order", "sequence": ["ask"], "blocks": {"ask": {"type": "approval", "settings": {"assignees": [{"kind": "initiator"}]}}}}
            """));
        Assert.Equal(version, database.Published.Workspace.Current.Version);
        Assert.Equal("publish.not-allowed", await PublishAsync(database, _ => App.Named("other", FormBuilder.Form("fresh").Text("name"))));

        async Task RefuseAsync(string problem, Func<AppPackage, AppPackage> change)
        {
            Assert.Equal(problem, await PublishAsync(database, change));
            Assert.Equal(problem, await PublishAsync(database, change, new() { IsRehearsal = true }));
            Assert.Equal(problem, await PublishAsync(database, change, new() { RestoredVersion = version }));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OfWhatHeMayNotView_IsRefusedWithItsPlace(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");

        await RefuseAsync("order.secret", form => form.Field("secret", "lookup", new { reference = "customer", field = "credit" }));
        await RefuseAsync("order.secret", form => form.Number("secret").Formula("[customer.credit] + 0"));
        await RefuseAsync("order.secret", form => form.Number("secret").Formula("[customer.double-credit] + 0"));
        await RefuseAsync("order.secret", form => form.Number("secret").FillFrom("customer.credit"));
        await RefuseAsync("order.secret", form => form.Number("secret").DefaultFormula("[customer.credit]"));
        await AssertAsync("design.out-of-sight order", ChangingField("order", "customer", field => field with { LimitedTo = "[customer.credit] > 5" }));
        Assert.Equal("design.out-of-sight order", await PublishAsync(database, Changing("order", form => form with
        {
            Validations = [new() { Condition = "[customer.credit] > 5", Message = new("额度") }],
        })));
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("open").Formula("[customer.name] & \"\""))));
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("filled").FillFrom("customer.name"))));

        Task RefuseAsync(string path, Func<FormBuilder, FormBuilder> field) => AssertAsync($"design.out-of-sight {path}", Adding("order", field));

        async Task AssertAsync(string problem, Func<AppPackage, AppPackage> change) => Assert.Equal(problem, await PublishAsync(database, change));
    }

    /// <summary>An administrator has put it there; the form's designer may name it otherwise, and not make something else of it.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_WithWhatWasThereBefore_IsRefusedOnceItIsRewritten(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("rating").Formula("IF([customer.credit] > 0, \"A\", \"B\")")), by: Actor.System));

        Assert.Equal("", await PublishAsync(database, ChangingField("order", "rating", field => field with { Label = new("信用") })));
        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("note"))));
        Assert.Equal("design.out-of-sight order.rating", await PublishAsync(database, ChangingField("order", "rating", field => field with { Formula = "IF([customer.credit] > 100, \"A\", \"B\")" })));
    }

    /// <summary>What is read when a record is shown is limited by the rights of whoever looks; what is stored is not.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfFormsSeenInPart_MayShowThemAndNotStoreThem(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfCustomers.Replace("\"form\": \"order\", \"operations\": [\"view\"]", "\"form\": \"order\", \"operations\": [\"view\", \"design\"]", StringComparison.Ordinal)
            .Replace("\"operations\": [\"view\", \"design\"], \"rows\": \"own\"", "\"operations\": [\"view\", \"design\"]", StringComparison.Ordinal));
        await database.GiveAsync(Ann, "designer");

        Assert.Equal("", await PublishAsync(database, Adding("order", form => form.Text("shown").Formula("[customer.name] & \"\""))));
        Assert.Equal("design.out-of-sight order.stored", await PublishAsync(database, Adding("order", form => form.Text("stored").FillFrom("customer.name"))));
        Assert.Equal("design.out-of-sight order.stored", await PublishAsync(database, Adding("order", form => form.Text("stored").DefaultFormula("[customer.name]"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OfARollupOfRecordsNotAllSeen_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfCustomers);
        await database.GiveAsync(Ann, "designer");

        var problems = await PublishAsync(database, Changing("customer", form => form with { Validations = [new() { Condition = "COUNT([order]) < 5", Message = new("太多") }] }));
        Assert.StartsWith("design.out-of-sight customer", problems, StringComparison.Ordinal);
        problems = await PublishAsync(database, Adding("customer", form => form.Rollup("count", "order", "customer", "count")));
        Assert.StartsWith("design.out-of-sight customer.count", problems, StringComparison.Ordinal);
        problems = await PublishAsync(database, ChangingField("customer", "turnover", field => field with { Settings = System.Text.Json.JsonSerializer.SerializeToElement(new { form = "order", reference = "customer", operation = "sum", field = "amount", forEverybody = true }) }));
        Assert.Contains("customer.turnover", problems, StringComparison.Ordinal);
        Assert.Contains("design.", problems, StringComparison.Ordinal);
    }

    /// <summary>Another form fills from what his form refers to: a reference of his that leads to others would fill it with what he may not view.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfAReferenceThatOthersReadThrough_IsRefusedWhereItLeadsOutOfSight(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var visits = App.With(
            FormBuilder.Form("first").Text("name").Number("credit"), FormBuilder.Form("partner").Text("name").Number("credit"), FormBuilder.Form("staff").Text("name").Number("credit"),
            FormBuilder.Form("visit").Text("name").Reference("of", "first"),
            FormBuilder.Form("bill").Text("name").Reference("visit", "visit").Number("filled").FillFrom("visit.of.credit")).WithRoles(OfVisits);
        Assert.Equal("", await PublishAsync(database, package => package with { Forms = [.. package.Forms, .. visits.Forms], Roles = visits.Roles }, by: Actor.System));
        await database.GiveAsync(Ann, "designer");

        Assert.Equal("design.out-of-sight bill.filled", await PublishAsync(database, Retarget("staff")));
        Assert.Equal("", await PublishAsync(database, Retarget("partner")));

        static Func<AppPackage, AppPackage> Retarget(string form)
            => ChangingField("visit", "of", field => field with { Settings = System.Text.Json.JsonSerializer.SerializeToElement(new { form }) });
    }

    /// <summary>Neither fields by which roles decide, nor whose a record is, nor what is kept from him of his own form.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfWhatRightsRestOn_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfCustomers);
        await database.GiveAsync(Ann, "designer");

        await RefuseAsync("design.decides-rights forms/customer.json", ChangingField("customer", "region", field => field with { Formula = "\"east\"" }));
        await RefuseAsync("design.decides-rights forms/customer.json", Changing("customer", form => form with { Owner = null }));
        await RefuseAsync("design.decides-rights forms/customer.json", ChangingField("customer", "owner", field => field with { DefaultFormula = "CURRENTUSER()" }));
        await RefuseAsync("design.values-unseen forms/customer.json", ChangingField("customer", "credit", field => field with { Required = true }));
        await RefuseAsync("design.out-of-sight customer.label", ChangingField("customer", "label", field => field with { Formula = "IF([credit] > 0, [name], [phone])" }));
        Assert.Equal("", await PublishAsync(database, ChangingField("customer", "region", field => field with { Label = new("大区"), Help = new("东西南北") })));
        Assert.Equal("", await PublishAsync(database, ChangingField("customer", "credit", field => field with { Label = new("额度") })));
        Assert.Equal("", await PublishAsync(database, ChangingField("customer", "phone", field => field with { Required = true })));

        async Task RefuseAsync(string problem, Func<AppPackage, AppPackage> change)
            => Assert.StartsWith(problem, await PublishAsync(database, change), StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OfASensitiveForm_KeepsItSo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");

        Assert.Equal("", await PublishAsync(database, Changing("order", form => form with { Sensitive = true })));
        Assert.StartsWith("design.stays-sensitive forms/order.json", await PublishAsync(database, Changing("order", form => form with { Sensitive = false })), StringComparison.Ordinal);
    }

    /// <summary>Who might see it has been forgotten.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfWhatWasRemovedBefore_DoesNotBringItBack(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");
        var add = Adding("order", form => form.Text("note"));
        Assert.Equal("", await PublishAsync(database, add));
        Assert.Equal("", await PublishAsync(database, Changing("order", form => form with { Fields = [.. form.Fields.Where(field => field.Key != "note")] })));

        Assert.Equal("design.brings-back order.note", await PublishAsync(database, add));
        Assert.Null(database.Form("order").Find("note"));
        Assert.Equal("", await PublishAsync(database, add, by: Actor.System));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OfWhatRecordsDoNotSuit_TellsOnlyOfWhatHeSees(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfCustomers, OfOrders.Replace("designer", "seer", StringComparison.Ordinal).Replace("\"order\"", "\"customer\"", StringComparison.Ordinal)
            .Replace("{\"form\": \"customer\", \"operations\": [\"view\"], \"fields\": [{\"fields\": [\"credit\"], \"access\": \"hidden\"}]}", "{\"form\": \"order\", \"operations\": [\"view\"]}", StringComparison.Ordinal));
        await database.GiveAsync(Ann, "designer");
        await database.GiveAsync(Fay, "seer");
        await database.AddCustomerAsync("藏着的", Bob, "west");
        await database.AddCustomerAsync("藏着的", Bob, "west");
        var unique = ChangingField("customer", "name", field => field with { Unique = true });

        var withheld = Assert.Single(Errors(await TryAsync(database, unique)));
        Assert.Equal("design.records-withheld customer", $"{withheld.Code} {withheld.Path}");
        Assert.DoesNotContain("藏着的", withheld.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("藏着的", Assert.Single(Errors(await TryAsync(database, unique, Member(Fay)))).Message.ToString(), StringComparison.Ordinal);
    }

    /// <summary>His forms as they were, amid the rest as it is.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Restore_OfHisForm_LeavesTheRestAlone(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, OfOrders);
        await database.GiveAsync(Ann, "designer");
        var before = await ReadAsync(database);
        Assert.Equal("", await PublishAsync(database, ChangingField("order", "number", field => field with { Label = new("单号") })));
        Assert.Equal("", await PublishAsync(database, ChangingField("customer", "name", field => field with { Label = new("客户名") }), by: Actor.System));
        var restoring = new PublishOptions { RestoredVersion = before.Version };

        Assert.Equal("design.not-yours forms/customer.json", await PublishAsync(database, _ => before.Package, restoring));
        var scope = (await database.Published.Rights.OfAsync(Member(Ann), Cancellation)).ScopeOf("test");
        Assert.Equal("", await PublishAsync(database, latest => scope.Confine(before.Package, latest), restoring));
        Assert.Equal(("number", "客户名"), (database.Form("order")["number"].Label.Chinese, database.Form("customer")["name"].Label.Chinese));
    }

    private static Func<AppPackage, AppPackage> Adding(string form, Func<FormBuilder, FormBuilder> field)
        => Changing(form, definition => definition with { Fields = [.. definition.Fields, App.With(field(FormBuilder.Form("any"))).Forms[0].Definition.Fields[^1]] });

    private static Func<AppPackage, AppPackage> ChangingField(string form, string key, Func<FieldDefinition, FieldDefinition> change)
        => Changing(form, definition => definition with { Fields = [.. definition.Fields.Select(field => field.Key == key ? change(field) : field)] });

    private static Func<AppPackage, AppPackage> Changing(string key, Func<FormDefinition, FormDefinition> change)
        => package => package with { Forms = [.. package.Forms.Select(form => form.Definition.Key == key ? Write(form, change) : form)] };

    private static Sourced<T> Write<T>(Sourced<T> source, Func<T, T> change)
        where T : class
        => new(source.File, change(source.Definition), DefinitionWriter.Write(change(source.Definition)));

    private static async Task<AppVersion> ReadAsync(AccessDatabase database)
        => (await new AppVersions(database.Published.Database.Connections).FindLatestAsync("test", Cancellation))!;

    /// <param name="by">Ann, when nobody is named.</param>
    private static async Task<PublishResult> TryAsync(AccessDatabase database, Func<AppPackage, AppPackage> change, Actor? by = null, PublishOptions? options = null)
        => await database.Published.Publisher.PublishAsync(change((await ReadAsync(database)).Package), by ?? Member(Ann), options, Cancellation);

    /// <returns>What is wrong, with its place.</returns>
    private static async Task<string> PublishAsync(AccessDatabase database, Func<AppPackage, AppPackage> change, PublishOptions? options = null, Actor? by = null)
        => string.Join("; ", Errors(await TryAsync(database, change, by, options)).Select(error => $"{error.Code} {error.Path}".Trim()));

    private static IEnumerable<Diagnostic> Errors(PublishResult result) => result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
}

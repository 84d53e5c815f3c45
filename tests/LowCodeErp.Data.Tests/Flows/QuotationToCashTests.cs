using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.TestDatabases;
using LowCodeErp.Unit.Tests.Spreadsheets;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>G27: the flow of the template order-to-cash, from the quotation to the receipt, by members who have the template's roles and nothing else (R61, R62).</summary>
public sealed class QuotationToCashTests
{
    private const long Sales = 1, Director = 2, Warehouse = 3, Purchasing = 4, Finance = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task G27_R61_OverTheLimitAndEnoughInStock_GoesByTheDirectorToTheReceipt(DatabaseProvider provider)
    {
        await using var published = await CreateAsync(provider);
        using var host = await StartAsync(published);
        var item = await AddItemAsync(host, "P1", 20m);

        var instance = await StartAsync(host, await AddQuotationAsync(host, 5000.01m, (item, 10m)));
        await ActAsync(host, instance, "director", Director);
        await ActAsync(host, instance, "ship", Warehouse);
        await ActAsync(host, instance, "invoice", Finance);
        Assert.Equal(FlowStatus.Approved, await ActAsync(host, instance, "receipt-confirmed", Finance));

        await CheckBusinessAsync(published, 50000.1m, 10m);
        await CheckAsync(published, "SELECT COUNT(*) FROM purchase_suggestion", 0m);
        await CheckAsync(published, "SELECT on_hand FROM stock_item", 10m);
    }

    [Theory]
    [EveryDatabase]
    public async Task G27_R62_AtTheLimitAndShort_IsConfirmedBySalesAndFilledByPurchasing(DatabaseProvider provider)
    {
        await using var published = await CreateAsync(provider);
        using var host = await StartAsync(published);
        var (shortItem, enough) = (await AddItemAsync(host, "P1", 3m), await AddItemAsync(host, "P2", 50m));

        var instance = await StartAsync(host, await AddQuotationAsync(host, 2500m, (shortItem, 10m), (enough, 10m)));
        await ActAsync(host, instance, "confirm", Sales);
        await CheckAsync(published, "SELECT COUNT(*) FROM quotation WHERE status = 'won' AND progress = 'purchasing'", 1m);
        await CheckAsync(published, $"SELECT COUNT(*) FROM purchase_suggestion s JOIN sales_order o ON o.id = s.sales_order WHERE s.item = {shortItem} AND s.quantity = 7 AND s.reason = 'order'", 1m);
        await CheckAsync(published, "SELECT COUNT(*) FROM purchase_suggestion", 1m);

        var suggestion = Convert.ToInt64(await published.QueryAsync("SELECT id FROM purchase_suggestion"), CultureInfo.InvariantCulture);
        await SaveAsync(host, "purchase-suggestion", Purchasing, new() { Id = suggestion, Values = new Dictionary<string, InputValue> { ["status"] = InputValue.Of("received") } });
        await ActAsync(host, instance, "purchase", Purchasing);
        await ActAsync(host, instance, "ship", Warehouse);
        await ActAsync(host, instance, "invoice", Finance);
        Assert.Equal(FlowStatus.Approved, await ActAsync(host, instance, "receipt-confirmed", Finance));

        await CheckBusinessAsync(published, 50000m, 20m);
        await CheckAsync(published, $"SELECT on_hand FROM stock_item WHERE id = {shortItem}", 0m);
        await CheckAsync(published, $"SELECT on_hand FROM stock_item WHERE id = {enough}", 40m);
    }

    [Theory]
    [EveryDatabase]
    public async Task G27_R61_TheLimit_IsASettingOfTheForm(DatabaseProvider provider)
    {
        await using var published = await CreateAsync(provider, limit: "1000");
        using var host = await StartAsync(published);
        var item = await AddItemAsync(host, "P1", 20m);

        var (over, within) = (await StartAsync(host, await AddQuotationAsync(host, 1000.01m, (item, 1m))), await StartAsync(host, await AddQuotationAsync(host, 1000m, (item, 1m))));

        Assert.Equal(FlowStatus.Running, await ActAsync(host, over, "director", Director));
        Assert.Equal(FlowStatus.Running, await ActAsync(host, within, "confirm", Sales));
    }

    /// <summary>What stands in every form at the end.</summary>
    private static async Task CheckBusinessAsync(PublishedDatabase published, decimal total, decimal quantity)
    {
        await CheckAsync(published, "SELECT COUNT(*) FROM quotation WHERE status = 'won' AND progress = 'settled'", 1m);
        await CheckAsync(published, "SELECT o.total FROM sales_order o JOIN quotation q ON q.id = o.quotation AND q.customer = o.customer AND q.salesperson = o.salesperson", total);
        await CheckAsync(published, "SELECT d.quantity FROM delivery_note d JOIN sales_order o ON o.id = d.sales_order WHERE d.status = 'shipped' AND o.unshipped = 0", quantity);
        await CheckAsync(published, "SELECT i.amount FROM invoice_request i JOIN sales_order o ON o.id = i.sales_order AND o.customer = i.customer", total);
        await CheckAsync(published, "SELECT r.amount FROM receivable r JOIN sales_order o ON o.id = r.sales_order AND o.customer = r.customer WHERE r.open = 0", total);
        await CheckAsync(published, "SELECT c.amount FROM receipt c JOIN receivable r ON r.id = c.receivable WHERE c.status = 'confirmed'", total);
    }

    private static async Task CheckAsync(PublishedDatabase published, string sql, decimal expected)
        => Assert.Equal(expected, Convert.ToDecimal(await published.QueryAsync(sql), CultureInfo.InvariantCulture));

    private static async Task<PublishedDatabase> CreateAsync(DatabaseProvider provider, string limit = "50000")
    {
        var published = await PublishedDatabase.CreateAsync(provider, BuiltInFields.Catalog);
        foreach (var template in new[] { "customer-tiering", "order-to-cash" })
        {
            var diagnostics = new DiagnosticBag();
            using var folder = new TemporaryTemplate(template);
            if (template == "order-to-cash")
            {
                folder.Replace(Path.Combine("forms", "quotation.json"), "\"formula\": \"50000\"", $"\"formula\": \"{limit}\"");
            }

            await published.PublishAsync(TemplateFolder.Read(folder.Path, diagnostics)!);
        }

        await using var platform = published.OpenPlatform();
        platform.Users.AddRange(Enumerable.Range(1, 5).Select(id => new Member { Id = id, UserName = $"m{id}", NormalizedUserName = $"M{id}", DisplayName = $"member {id}", IsActive = true }));
        await platform.SaveChangesAsync(Cancellation);
        return published;
    }

    private static async Task<FlowHost> StartAsync(PublishedDatabase published)
    {
        var host = await FlowHost.StartAsync(published.Database.Connections, FlowMachine.Apply);
        foreach (var (member, role) in new[] { (Sales, "sales"), (Director, "sales-director"), (Warehouse, "warehouse"), (Purchasing, "purchasing"), (Finance, "finance") })
        {
            Assert.Empty(await host.Rights.AssignAsync(new() { App = "order-to-cash", Role = role, MemberId = member }, Actor.System, Cancellation));
        }

        return host;
    }

    private static Task<long> AddItemAsync(FlowHost host, string code, decimal opening) => SaveAsync(host, "stock-item", null, new()
    {
        Values = new Dictionary<string, InputValue> { ["code"] = InputValue.Of(code), ["name"] = InputValue.Of(code), ["opening"] = InputValue.Of(opening) },
    });

    private static async Task<long> AddQuotationAsync(FlowHost host, decimal price, params (long Item, decimal Quantity)[] lines)
    {
        var customer = await SaveAsync(host, "customer", null, new() { Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of("客户"), ["owner"] = InputValue.Of((decimal)Sales) } });
        return await SaveAsync(host, "quotation", Sales, new()
        {
            Values = new Dictionary<string, InputValue> { ["customer"] = InputValue.Of((decimal)customer), ["salesperson"] = InputValue.Of((decimal)Sales) },
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
            {
                ["line"] = [.. lines.Select(line => new RecordInput
                {
                    Values = new Dictionary<string, InputValue>
                    {
                        ["item"] = InputValue.Of((decimal)line.Item), ["quantity"] = InputValue.Of(line.Quantity), ["price"] = InputValue.Of(price),
                    },
                })],
            },
        });
    }

    /// <param name="member">Null for the system.</param>
    private static async Task<long> SaveAsync(FlowHost host, string form, long? member, RecordInput input)
    {
        var actor = member is { } id ? Named(id) : Actor.System;
        var result = await host.Pipeline.SaveAsync(new(host.Workspace.FindForm(form)!, [input], actor, ChangeSource.Page) { ConfirmsWarnings = true }, Cancellation);
        Assert.True(result is SaveResult.Saved, result is SaveResult.Invalid invalid ? string.Join("; ", invalid.Problems) : result.ToString());
        return ((SaveResult.Saved)result).Records[0].Id;
    }

    private static async Task<long> StartAsync(FlowHost host, long quotation)
    {
        var submit = new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = Sales };
        var result = await host.Engine.StartAsync("quotation-to-cash", quotation, submit, Named(Sales), Cancellation);
        return Assert.IsType<FlowResult.Done>(result).InstanceId;
    }

    /// <summary>The one step that waits is this one and lies with this member, who completes or approves it.</summary>
    private static async Task<FlowStatus> ActAsync(FlowHost host, long instance, string block, long member)
    {
        var state = await host.ReadAsync(instance);
        Assert.True(state.Incidents.Count == 0, string.Join("; ", state.Incidents.Values));
        var seat = Assert.Single(state.Seats.Values, seat => seat.Status == SeatStatus.Open);
        Assert.Equal((block, member), (state.Scopes[seat.ScopeId].Block, seat.HolderId ?? Assert.Single(seat.Candidates)));
        FlowEvent decision = block == "director"
            ? new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = member, SeatId = seat.Id }
            : new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = member, SeatId = seat.Id };
        var result = await host.Engine.RunAsync(instance, decision, Named(member), Cancellation);
        Assert.True(result is FlowResult.Done, result.ToString());
        Assert.True((await host.ReadAsync(instance)).Incidents.Count == 0, string.Join("; ", (await host.ReadAsync(instance)).Incidents.Values));
        return ((FlowResult.Done)result).Status;
    }

    private static Actor Named(long member) => new(member, $"member {member}", IsAdministrator: false);
}

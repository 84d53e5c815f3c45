using System.Globalization;
using System.Text;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Importing;

/// <summary>Against the forms of the customer tiering template.</summary>
public sealed class ImportSessionTests : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Importer Importer => _workspace.Services.GetRequiredService<Importer>();

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "templates", "customer-tiering");
        var installed = await _workspace.Services.GetRequiredService<TemplateInstaller>().InstallAsync(folder, Actor.System, cancellationToken: Cancellation);
        Assert.Empty(installed.Diagnostics);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task Columns_WithSimilarNames_AreGuessedAndMarked()
    {
        using var session = await OpenAsync("customer", "客户ID,客户名称,细分,国家\nC-1,丁君,消费者,中国\n");

        Assert.Equal(("客户ID", true), (Choice(session, "code").Column, Choice(session, "code").IsGuess));
        Assert.Equal(("客户名称", false), (Choice(session, "name").Column, Choice(session, "name").IsGuess));
        Assert.Null(Choice(session, "segment").Column);
        Assert.Equal("code", session.KeyField?.Key);
        Assert.Empty(session.Problems);
    }

    [Fact]
    public async Task Key_WhenItsColumnIsTakenAway_FallsBack()
    {
        using var session = await OpenAsync("customer", "客户编码,客户名称\nC-1,丁君\n");

        session.ChooseColumn(Choice(session, "code"), null);

        Assert.Null(session.KeyField);
        Assert.Empty(session.KeyFields);
    }

    [Fact]
    public async Task Target_ChangedToTheLines_MatchesTheirFields()
    {
        using var session = await OpenAsync("order", "行ID,订单键,产品ID,销售额\n1,SO-1,P-1,12.5\n");

        session.ChooseTarget(session.Targets[1]);

        Assert.Equal("order-line", session.Target.Key);
        Assert.Equal(["订单键", "产品ID", "销售额", "行ID"], session.MappedFields.Select(choice => choice.Column));
        Assert.Equal("external-no", session.KeyField?.Key);
    }

    [Fact]
    public async Task Preview_OfCellsThatCannotBeRead_SaysWhy()
    {
        using var session = await OpenAsync("product", "产品编码,产品名称,单价\nP-1,墨盒,12.5\n,,不详\n");

        var rows = session.ReadPreview(CultureInfo.GetCultureInfo("zh-CN"));

        Assert.All(rows[0].Cells, cell => Assert.Null(cell.Problem));
        Assert.Equal(["", "", "不详"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([false, true, true], rows[1].Cells.Select(cell => cell.Problem is not null));
    }

    [Fact]
    public async Task HeaderRow_ChosenByAPerson_IsTaken()
    {
        using var session = await OpenAsync("product", "产品编码,产品名称\n代码,产品名称\nP-1,墨盒\n");

        await session.ChooseHeaderRowAsync(2);

        Assert.Equal(2, session.HeaderRow);
        Assert.Equal("代码", session.Header!.Names[0]);
        Assert.Single(session.ReadPreview(CultureInfo.InvariantCulture));
        await session.ChooseHeaderRowAsync(9);
        Assert.Equal("import.header.empty", Assert.Single(session.Problems).Code);
        Assert.Equal(2, session.HeaderRow);
    }

    [Fact]
    public async Task Mapping_OfTheChoices_NamesWhatWasChosen()
    {
        using var session = await OpenAsync("order", "订单号,客户ID,订单日期\nSO-1,C-1,2026-01-05\n");
        var customer = Choice(session, "customer");
        customer.MatchField = customer.MatchFields.First(field => field.Key == "name");
        customer.CreatesMissing = true;

        var mapping = session.ToMapping();

        Assert.True(mapping.OnlyNamed);
        Assert.Equal(1, mapping.HeaderRow);
        Assert.Equal("客户ID", mapping.Columns["customer"]);
        Assert.Equal("name", mapping.Match["customer"]);
        Assert.Equal(["customer"], mapping.CreateMissing);
    }

    [Fact]
    public async Task Check_OfBadRows_ListsThemWithTheirValues_AndStoresNothing()
    {
        using var session = await OpenAsync("product", "产品编码,产品名称,单价\nP-1,墨盒,12.5\nP-2,支架,不详\n");

        var check = await session.RunAsync(Importer, new(Actor.System, ChangeSource.Import, IsRehearsal: true), null, Cancellation);

        Assert.Equal((2, 1, false), (check!.Rows, check.BadRows, check.IsStored));
        var error = Assert.Single(session.Errors);
        Assert.Equal((3, "单价", "不详"), (error.Row, error.Column, error.Value));
        Assert.Equal(2, session.RowCount);
        var import = await session.RunAsync(Importer, new(Actor.System, ChangeSource.Import, SkipErrors: true), null, Cancellation);
        Assert.Equal((1, true), (import!.Created, import.IsStored));
    }

    [Fact]
    public async Task Run_WithoutARequiredColumn_SaysWhichOne()
    {
        using var session = await OpenAsync("product", "产品名称,单价\n墨盒,12.5\n");
        session.ChooseColumn(Choice(session, "name"), null);

        var result = await session.RunAsync(Importer, new(Actor.System, ChangeSource.Import, IsRehearsal: true), null, Cancellation);

        Assert.Null(result);
        Assert.Equal("import.required-not-mapped", Assert.Single(session.Problems).Code);
    }

    [Fact]
    public async Task File_ThatIsEmpty_IsRefused()
    {
        using var session = new ImportSession(Form("product"));

        Assert.False(await session.OpenAsync(await UploadAsync(""), Cancellation));

        Assert.Equal("spreadsheet.file.empty", Assert.Single(session.Problems).Code);
        Assert.Null(session.Header);
    }

    private static FieldChoice Choice(ImportSession session, string field) => session.Fields.First(choice => choice.Field.Key == field);

    private FormModel Form(string key) => _workspace.Services.GetRequiredService<IWorkspace>().Current.FindForm(key)!;

    private static Task<UploadedFile> UploadAsync(string content)
        => UploadedFile.ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), "数据.csv", null, Cancellation);

    private async Task<ImportSession> OpenAsync(string form, string content)
    {
        var session = new ImportSession(Form(form));
        Assert.True(await session.OpenAsync(await UploadAsync(content), Cancellation));
        return session;
    }
}

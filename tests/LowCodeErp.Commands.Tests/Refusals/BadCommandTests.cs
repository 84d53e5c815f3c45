namespace LowCodeErp.Commands.Tests.Refusals;

/// <summary>Command lines that ask for what is not there: 2 when the line itself is wrong, 1 when the database disagrees.</summary>
public sealed class BadCommandTests(StockedWorkspace stocked) : IClassFixture<StockedWorkspace>
{
    private const string Unopened = "请确认服务器已启动、地址和账号密码正确；若是 SQLite，请确认文件是数据库且所在文件夹可写。";

    private const string UnopenedEnglish =
        "Check that the server runs and that address, user and password are right; for SQLite, that the file is a database and its folder may be written.";

    [Theory]
    [InlineData("import missing.csv", 2, "找不到文件“missing.csv”。", "There is no file \"missing.csv\".")]
    [InlineData("import products.csv --mapping missing.json", 2, "找不到对应关系文件“missing.json”。", "There is no mapping file \"missing.json\".")]
    [InlineData("import products.csv --colour", 2, "命令有误：未识别命令或参数“'--colour'”。用 --help 查看用法。", "Wrong command: Unrecognized command or argument '--colour'. See --help.")]
    [InlineData("import products.csv --key colour", 1, "表单“货品”没有字段“colour”；可用的有：code、name、category、price、weight、made-on、supplier。", "Form \"Product\" has no field \"colour\"; there are code, name, category, price, weight, made-on, supplier.")]
    [InlineData("import products.csv --key name", 1, "products.csv: “名称”允许重复，不能用来识别数据；可用的字段：code。", "products.csv: \"Name\" may occur twice, so records cannot be recognised by it; fields that can: code.")]
    [InlineData("export goods.pdf", 2, "只能导出为 .csv 或 .xlsx，不能是“.pdf”。", "Only .csv and .xlsx can be written, not \".pdf\".")]
    [InlineData("export nowhere/goods.csv", 2, "不能写入“nowhere/goods.csv”，请检查文件夹与权限。", "\"nowhere/goods.csv\" cannot be written; check the folder and your rights.")]
    public Task Product_WrongCommand_IsToldInOneLine(string words, int exitCode, string chinese, string english)
    {
        var parts = words.Split(' ');
        return stocked.MustRefuseAsync(exitCode, [chinese], [english], [parts[0], "product", .. parts[1..]]);
    }

    [Theory]
    [InlineData("import order products.csv", 1, "没有表单“order”；现有：note, product, supplier。", "There is no form \"order\"; there are: note, product, supplier.")]
    [InlineData("export order goods.csv", 1, "没有表单“order”；现有：note, product, supplier。", "There is no form \"order\"; there are: note, product, supplier.")]
    [InlineData("import", 2, "命令有误：命令缺少所需参数: 'import'。用 --help 查看用法。", "Wrong command: Required argument missing for command: 'import'. See --help.")]
    [InlineData("tier run rfm", 1, "没有分级模型“rfm”，数据库中还没有任何分级模型；请检查 --database，或先安装模板。", "There is no tier model \"rfm\", nor any other in this database; check --database, or install a template first.")]
    [InlineData("tier run rfm --as-of 2018-1-1", 2, "日期“2018-1-1”应写成 2018-01-31 的样子。", "Write the date \"2018-1-1\" like 2018-01-31.")]
    [InlineData("template install nowhere", 2, "找不到文件夹“nowhere”。", "There is no folder \"nowhere\".")]
    [InlineData("template check nowhere", 2, "找不到文件夹“nowhere”。", "There is no folder \"nowhere\".")]
    public Task Program_WrongCommand_IsToldInOneLine(string words, int exitCode, string chinese, string english)
        => stocked.MustRefuseAsync(exitCode, [chinese], [english], words.Split(' '));

    [Fact]
    public async Task Program_UnknownCommand_IsMisused()
    {
        var result = (await stocked.Workspace.RunAsync("improt", "product", "products.csv")).MustRefuse(2);
        Assert.Contains("命令有误：未识别命令或参数“'improt'”。用 --help 查看用法。", result.ErrorLines);
    }

    [Theory]
    [InlineData("import product products.csv")]
    [InlineData("doctor")]
    [InlineData("serve")]
    public Task Database_FileOfAnotherKind_CannotBeOpened(string words)
    {
        var file = stocked.Workspace.Write("bad.db", string.Concat(Enumerable.Repeat("not a database. ", 20)));
        return stocked.MustRefuseAsync(
            1, [$"无法打开数据库 SQLite {file}。{Unopened}"], [$"The database SQLite {file} cannot be opened. {UnopenedEnglish}"], [.. words.Split(' '), "--database", file]);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("export product goods.csv")]
    [InlineData("tier run rfm")]
    public async Task Database_MissingFile_IsRefusedAndNotCreated(string words)
    {
        var file = stocked.Workspace.PathOf("missing.db");
        await stocked.MustRefuseAsync(
            1,
            [$"没有数据库 SQLite {file}。请检查 --database；要新建，请先启动服务（serve）或安装模板（template install）。"],
            [$"There is no database SQLite {file}. Check --database; to create it, start the server (serve) or install a template (template install) first."],
            [.. words.Split(' '), "--database", "missing.db"]);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Doctor_DatabaseWithoutApps_IsToldToCheckTheName()
    {
        (await stocked.Workspace.RunAsync("member", "add", "anna", "--database", "empty.db")).MustSucceed();
        await stocked.MustRefuseAsync(
            1, ["数据库中还没有任何应用；请检查 --database。"], ["The database holds no app; check --database."], "doctor", "--database", "empty.db");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=erp;Username=u;Password=s3cret", "无法打开数据库 PostgreSQL 127.0.0.1:1/erp。" + Unopened, "The database PostgreSQL 127.0.0.1:1/erp cannot be opened. " + UnopenedEnglish)]
    [InlineData("Host=127.0.0.1;Database=erp;Pasword=s3cret", "Database: PostgreSQL 连接串中的“pasword”不能识别，或其值不正确。请更正或删除它。", "Database: 'pasword' is not a setting of a PostgreSQL connection string, or its value is not possible. Correct or remove it.")]
    [InlineData("Host=127.0.0.1;Password=\"s3cret", "Database: 数据库连接串的格式不正确。请写成“名称=值”并用分号隔开；值中含有分号或引号时，请用双引号括起来。", "Database: The database connection string cannot be read. Write name=value pairs separated by semicolons; put a value that contains a semicolon or a quote in double quotes.")]
    [InlineData("Host=127.0.0.1;Password=s3cret", "", "")]
    public async Task Database_WrongConnectionString_NeverShowsThePassword(string database, string chinese, string english)
    {
        string[] args = ["import", "product", "products.csv", "--database", database];
        foreach (var (language, expected) in new[] { ((string?)null, chinese), ("en", english) })
        {
            var result = (await stocked.Workspace.RunInAsync(language, args)).MustRefuse(1);
            Assert.DoesNotContain("s3cret", result.Output + result.Error, StringComparison.Ordinal);
            Assert.True(expected.Length == 0 || expected == result.Error.Trim(), result.Error);
        }
    }
}

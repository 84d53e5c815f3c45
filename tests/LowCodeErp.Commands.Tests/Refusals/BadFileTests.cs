using System.Text;

namespace LowCodeErp.Commands.Tests.Refusals;

/// <summary>Files that <c>import</c> must refuse whole, saying where and why.</summary>
public sealed class BadFileTests(StockedWorkspace stocked) : IClassFixture<StockedWorkspace>
{
    private const string NothingOfOne = "没有导入任何数据。读取 1 行：新建 0，更新 0，未变 0，有错 1。";
    private const string NothingOfOneEnglish = "Nothing was imported. 1 rows read: 0 created, 0 updated, 0 unchanged, 1 bad.";

    [Theory]
    [InlineData("", "空的，请选择有内容的文件。", "is empty; choose one with content.", "文件“bad.csv”是", "The file \"bad.csv\" ")]
    [InlineData("编号,名称\n1,\"笔\n", "请补上右引号，内容里的引号要写成两个（\"\"）。", "close it, and write a quote inside a value twice (\"\").", "文件“bad.csv”第 2 行开始的引号没有结束；", "A quote in the row that starts at line 2 of \"bad.csv\" is never closed; ")]
    [InlineData("x,y\n1,2\n", "请在对应关系中指定。", "say which one goes where.", "没有一列对应到表单“货品”的字段；", "No column belongs to a field of form \"Product\"; ")]
    [InlineData("编号\n1\n", "请指定一列。", "choose one.", "必填字段“名称”没有对应的列；", "The required field \"Name\" has no column; ")]
    public Task Import_FileThatIsNoTable_NamesTheFile(string text, string chineseEnd, string englishEnd, string chineseStart, string englishStart)
        => RefuseAsync(Encoding.UTF8.GetBytes(text), ["bad.csv: " + chineseStart + chineseEnd], ["bad.csv: " + englishStart + englishEnd]);

    [Fact]
    public Task Import_PictureCalledCsv_IsNoSpreadsheet() => RefuseAsync(
        [0x89, .. "PNG\r\n"u8, 0x1a, .. "\n\0\0\0\rIHDR\0\0"u8],
        ["bad.csv: 文件“bad.csv”既不是 Excel 表格也不是文本（第 3 行有非文本内容），请另存为 .xlsx 或 .csv。"],
        ["bad.csv: The file \"bad.csv\" is neither an Excel workbook nor text (line 3 holds binary content); save it as .xlsx or .csv."]);

    [Fact]
    public Task Import_EmptyZip_IsNoSpreadsheet() => RefuseAsync(
        [.. "PK"u8, 5, 6, .. new byte[18]],
        ["bad.csv: 文件“bad.csv”已损坏或不是 Excel 工作簿；请在 Excel 中打开并另存为 .xlsx。"],
        ["bad.csv: The file \"bad.csv\" is damaged or not an Excel workbook; open it in Excel and save it as .xlsx."]);

    [Fact]
    public Task Import_BytesOfNoEncoding_NamesTheLine() => RefuseAsync(
        [.. "编号,名称\n1,笔\n2,"u8, 0xff, 0xfe, 0xfd, 0x80, 0xff, .. "\n"u8],
        ["bad.csv: 文件“bad.csv”第 3 行有无法识别的字符，编码既不是 UTF-8 也不是 GB18030；请用“CSV UTF-8”格式另存。"],
        ["bad.csv: Line 3 of \"bad.csv\" has bytes that are neither UTF-8 nor GB18030 text; save the file as \"CSV UTF-8\"."]);

    [Fact]
    public Task Import_HeaderOnly_SaysThatThereAreNoRows() => RefuseAsync(
        "编号,名称\n"u8.ToArray(),
        ["bad.csv: 文件中除标题外没有数据。", "没有导入任何数据。读取 0 行：新建 0，更新 0，未变 0，有错 0。"],
        ["bad.csv: The file holds no rows besides its header.", "Nothing was imported. 0 rows read: 0 created, 0 updated, 0 unchanged, 0 bad."]);

    [Fact]
    public Task Import_RequiredValuesMissing_NamesEachRowAndColumn() => RefuseAsync(
        "编号,名称\n1,\n,笔\n3,本\n"u8.ToArray(),
        ["bad.csv:2 [名称]: 请填写“名称”。", "bad.csv:3 [编号]: 请填写“编号”。", "没有导入任何数据。读取 3 行：新建 0，更新 0，未变 0，有错 2。"],
        ["bad.csv:2 [名称]: Please fill in \"Name\".", "bad.csv:3 [编号]: Please fill in \"Code\".", "Nothing was imported. 3 rows read: 0 created, 0 updated, 0 unchanged, 2 bad."]);

    [Fact]
    public Task Import_CellsThatCannotBeRead_NamesRowAndColumnOfEach() => RefuseAsync(
        """
        编号,名称,单价,重量,生产日期,类别,供应商
        5,笔,abc,1.2.3,2024-02-30,食品,S9
        6,纸,1,1,2024-02-29,办公,S1
        7,本,,,昨天,,

        """u8.ToArray(),
        [
            "bad.csv:2 [类别]: 没有“食品”这个选项。可选：办公、家居。",
            "bad.csv:2 [单价]: “abc”不是数字。请填写数字，例如 1,234.5。",
            "bad.csv:2 [重量]: “1.2.3”不是数字。请填写数字，例如 1,234.5。",
            "bad.csv:2 [生产日期]: “2024-02-30”不是有效日期。请按 2026-03-05、2026/3/5、2026年3月5日 或 20260305 填写。",
            "bad.csv:2 [供应商]: “供应商”中的“S9”不存在；请检查写法，或先新建它。",
            "bad.csv:4 [生产日期]: “昨天”不是有效日期。请按 2026-03-05、2026/3/5、2026年3月5日 或 20260305 填写。",
            "没有导入任何数据。读取 3 行：新建 0，更新 0，未变 0，有错 2。",
        ],
        [
            "bad.csv:2 [类别]: '食品' is not an option. Choose one of: Office, Home.",
            "bad.csv:2 [单价]: 'abc' is not a number. Enter one such as 1,234.5.",
            "bad.csv:2 [重量]: '1.2.3' is not a number. Enter one such as 1,234.5.",
            "bad.csv:2 [生产日期]: '2024-02-30' is not a date. Enter it as 2026-03-05, 2026/3/5 or 20260305.",
            "bad.csv:2 [供应商]: There is no \"S9\" for \"Supplier\"; check the spelling or create it first.",
            "bad.csv:4 [生产日期]: '昨天' is not a date. Enter it as 2026-03-05, 2026/3/5 or 20260305.",
            "Nothing was imported. 3 rows read: 0 created, 0 updated, 0 unchanged, 2 bad.",
        ]);

    [Fact]
    public Task Import_KeyTwiceInTheFile_NamesTheSecondRow() => RefuseAsync(
        "编号,名称\n7,笔\n8,纸\n7,本\n"u8.ToArray(),
        ["bad.csv:4 [编号]: “编号”不能重复：货品“笔”的值已是“7”。", "没有导入任何数据。读取 3 行：新建 0，更新 0，未变 0，有错 1。"],
        ["bad.csv:4 [编号]: \"Code\" must be unique: Product \"笔\" has the value \"7\" already.", "Nothing was imported. 3 rows read: 0 created, 0 updated, 0 unchanged, 1 bad."]);

    [Fact]
    public Task Import_KeyOfAStoredRecord_NamesTheRow() => RefuseAsync(
        "编号,名称\n001,本\n"u8.ToArray(),
        ["bad.csv:2 [编号]: “编号”不能重复：货品“笔”的值已是“001”。", NothingOfOne],
        ["bad.csv:2 [编号]: \"Code\" must be unique: Product \"笔\" has the value \"001\" already.", NothingOfOneEnglish]);

    [Theory]
    [InlineData("""{"columns":{"weight":"净重"}}""", "bad.csv: 文件中没有“净重”这一列；现有的列：编号、名称。", "bad.csv: The file has no column \"净重\"; its columns are 编号, 名称.")]
    [InlineData("""{"columns":{"nome":"名称"}}""", "bad.csv: 表单“货品”没有字段“nome”；可用的有：code、name、category、price、weight、made-on、supplier。", "bad.csv: Form \"Product\" has no field \"nome\"; there are code, name, category, price, weight, made-on, supplier.")]
    [InlineData("""{"colums":{}}""", "--mapping:1:2 colums: 未知的属性 “colums”，是否想写 “columns”？", "--mapping:1:2 colums: Unknown property “colums”; did you mean “columns”?")]
    [InlineData("""{"sheet":"二月"}""", "bad.csv: 没有名为“二月”的工作表；文件中有：bad。", "bad.csv: There is no sheet \"二月\"; the file has bad.")]
    [InlineData("""{"headerRow":9}""", "bad.csv: 第 9 行是空的，不能作为标题行；请指定列名所在的行。", "bad.csv: Row 9 is empty and cannot hold the column names; name the row that does.")]
    [InlineData("""{"createMissing":["name"]}""", "bad.csv: “name”不是关联字段，不能自动新建。", "bad.csv: \"name\" is no reference, so nothing can be created for it.")]
    public Task Import_MappingThatDoesNotFit_SaysWhatThereIs(string mapping, string chinese, string english)
        => RefuseAsync("编号,名称\n5,笔\n"u8.ToArray(), [chinese], [english], "--mapping", mapping);

    private Task RefuseAsync(byte[] content, string[] chinese, string[] english, params string[] options)
    {
        File.WriteAllBytes(stocked.Workspace.PathOf("bad.csv"), content);
        return stocked.MustRefuseAsync(1, chinese, english, ["import", "product", "bad.csv", .. options]);
    }
}

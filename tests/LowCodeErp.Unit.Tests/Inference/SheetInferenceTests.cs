using System.Text;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Inference;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Unit.Tests.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Inference;

public sealed class SheetInferenceTests
{
    private static readonly SheetInference _inference = new(new(ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!)));

    /// <summary>The name of a column and its values, with the type and settings that they speak for.</summary>
    [Theory]
    [InlineData("名称", "华东五金|北方电子|远大机械", "text")]
    [InlineData("备注", "第一行\n第二行|无|再联系", "multi-line")]
    [InlineData("数量", "3|12|-5", "number", """{"decimals":0}""")]
    [InlineData("重量", "3.5|1,234.25|０．１", "number", """{"decimals":2}""")]
    [InlineData("合计", "¥12.5|￥1,234.00|8元", "money", """{"decimals":2}""")]
    [InlineData("报价", "$12.5|US$8|$1,000", "money", """{"currency":"USD","decimals":2}""")]
    [InlineData("销售金额", "12.5|1234|8", "money", """{"decimals":2}""")]
    [InlineData("毛利", "12%|8.5%|100%", "percent", """{"decimals":1}""")]
    [InlineData("下单", "2026-03-05|2026/3/6|2026.3.7|2026年3月8日|20260309", "date")]
    [InlineData("发货", "2026-03-05 08:30|2026/3/6 12:00:05", "date-time")]
    [InlineData("上班", "9:30|上午9点半|14:05", "time")]
    [InlineData("已付款", "是|否|是", "yes-no")]
    [InlineData("Paid", "yes|no|TRUE", "yes-no")]
    [InlineData("标记", "1|0|1", "number", """{"decimals":0}""")]
    [InlineData("联系", "13800138000|138 0013 8001|+86 13900139000", "phone")]
    [InlineData("公司电话", "010-62345678|0571-88888888|4008008820", "phone")]
    [InlineData("邮箱", "a@b.cn|wang@example.com", "email")]
    [InlineData("网站", "https://example.com/a|www.example.cn", "url")]
    [InlineData("文件", "a.txt|b.doc|c.xls", "text")]
    [InlineData("税号", "91110108551385082Q|91350100M000100Y43", "credit-code")]
    [InlineData("税号", "91110108551385082R|91350100M000100Y44", "text")]
    [InlineData("等级", "甲|乙|甲|甲|丙|乙|丙|甲|乙|丙", "choice")]
    [InlineData("邮政", "010000|020000|710000", "text")]
    [InlineData("客户编码", "10001|10002|10003", "text")]
    [InlineData("身份", "110101199003070011|11010119900307002X|110101199003070033", "text")]
    [InlineData("杂项", "3|abc|2026-01-01", "text")]
    [InlineData("空列", "||", "text")]
    public void Column_OfValues_IsOfType(string name, string values, string type, string? settings = null)
    {
        var column = Assert.Single(ReadColumn(name, values.Split('|')));

        Assert.Equal(type, column.Proposed.Type);
        if (settings is not null)
        {
            Assert.Equal(settings, column.Proposed.Settings?.GetRawText());
        }

        Assert.Equal(0, column.Proposed.Misfits);
    }

    [Fact]
    public void Choice_OfFiveAmongMany_IsToldInWords()
    {
        var column = Assert.Single(ReadColumn("状态", [.. Enumerable.Range(0, 1_204).Select(row => $"状态{row % 5}")]));

        Assert.Equal("choice", column.Proposed.Type);
        Assert.Contains(column.Evidence, text => text.Chinese.StartsWith("共 1,204 个值，5 种，作为", StringComparison.Ordinal));
        Assert.Equal(5, column.Proposed.Settings!.Value.GetProperty("options").GetArrayLength());
    }

    [Fact]
    public void Slip_AmongManyNumbers_IsNamedWithItsRow()
    {
        var column = Assert.Single(ReadColumn("数量", [.. Enumerable.Range(1, 200).Select(row => row == 36 ? "三十六" : $"{row}")]));

        Assert.Equal("number", column.Proposed.Type);
        var slip = Assert.Single(column.Proposed.Examples);
        Assert.Equal((37, "三十六"), (slip.Row, slip.Text));
        Assert.Contains(column.Evidence, text => text.Chinese.Contains("第 37 行“三十六”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("折扣率", "percent")]
    [InlineData("系数", "number")]
    public async Task Fractions_OfAWorkbook_ArePercentagesWhereTheColumnsNameSaysSo(string name, string type)
    {
        var file = new MemoryStream();
        await using (var writer = new XlsxSheetWriter(file))
        {
            await writer.WriteHeaderAsync([name], TestContext.Current.CancellationToken);
            await writer.WriteRowAsync([InputValue.Of(0.15m)], TestContext.Current.CancellationToken);
            await writer.WriteRowAsync([InputValue.Of(0.055m)], TestContext.Current.CancellationToken);
        }

        Assert.Equal(type, Assert.Single(Read(file.ToArray(), "test.xlsx")).Proposed.Type);
    }

    [Fact]
    public void Headers_DoubleOrBlank_GetNamesOfTheirOwn()
    {
        var columns = Read("销售明细表\n\n日期,金额,金额,,备注\n2026-01-01,1,2,3,\n2026-01-02,1,2,3,\n");

        Assert.Equal(["日期", "金额", "金额 (2)", "D", "备注"], columns.Select(column => column.Name));
        Assert.Equal(["date", "money", "money", "number", "text"], columns.Select(column => column.Proposed.Type));
        Assert.Equal(0, columns[4].Values);
    }

    /// <summary>Files that importers trip on: whatever they hold, each column gets a type that its values suit.</summary>
    [Fact]
    public void MessyFiles_WhereTheyCanBeRead_GiveColumnsWhoseValuesSuitThem()
    {
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(TestFiles.Messy(), "s*").Where(path => !path.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var file = File.OpenRead(path);
            using var reader = SpreadsheetReader.Open(file, Path.GetFileName(path), SpreadsheetLimits.Default, new DiagnosticBag());
            foreach (var sheet in Enumerable.Range(0, reader?.Sheets.Count ?? 0))
            {
                var columns = _inference.Read(reader!, sheet, SheetHeader.Find(reader!.ReadRows(sheet)), null, TestContext.Current.CancellationToken);
                Assert.All(columns, column => Assert.True(column.Proposed.Misfits * 50 <= column.Values, $"{path} {column.Name}: {column.Proposed.Type}"));
                read += columns.Count;
            }
        }

        Assert.True(read > 50, $"Only {read} columns were read.");
    }

    [Fact]
    public void Superstore_OfTheSharedData_IsTyped()
    {
        var path = TestFiles.SharedOrSkip("cn", "示例-超市.xls");
        using var file = File.OpenRead(path);
        using var reader = SpreadsheetReader.Open(file, path, SpreadsheetLimits.Default, new DiagnosticBag())!;

        var columns = _inference.Read(reader, 0, SheetHeader.Find(reader.ReadRows(0)), null, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", columns.Select(column => $"{column.Name}: {column.Proposed.Type} {column.Proposed.Settings} {string.Join("；", column.Evidence)}")));
        Assert.Equal("date", columns.Single(column => column.Name == "订单日期").Proposed.Type);
        Assert.Equal("choice", columns.Single(column => column.Name == "邮寄方式").Proposed.Type);
        var sales = columns.Single(column => column.Name == "销售额").Proposed;
        Assert.Equal(("money", """{"decimals":3}"""), (sales.Type, sales.Settings!.Value.GetRawText()));
    }

    [Fact]
    public void Serials_UnderADate_AreDates()
    {
        var column = Assert.Single(ReadColumn("开票日期", ["45123", "45124", "45200"]));

        Assert.Equal(("date", 0), (column.Proposed.Type, column.Proposed.Misfits));
        Assert.True(column.HoldsSerials);
        Assert.Contains(column.Evidence, text => text.Chinese.Contains("日期序号", StringComparison.Ordinal));
        Assert.Equal("number", Assert.Single(ReadColumn("数量", ["45123", "45124"])).Proposed.Type);
    }

    private static IReadOnlyList<ColumnFinding> ReadColumn(string name, IReadOnlyList<string> values)
        => [Read($"{name},z\n" + string.Concat(values.Select(value => $"\"{value}\",z\n")))[0]];

    private static IReadOnlyList<ColumnFinding> Read(string csv) => Read(Encoding.UTF8.GetBytes(csv), "test.csv");

    private static IReadOnlyList<ColumnFinding> Read(byte[] content, string name)
    {
        using var reader = SpreadsheetReader.Open(new MemoryStream(content), name, SpreadsheetLimits.Default, new DiagnosticBag())!;
        return _inference.Read(reader, 0, SheetHeader.Find(reader.ReadRows()));
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class SheetWriterTests
{
    private static readonly InputValue[][] Rows =
    [
        [InputValue.Of("宏远，\"机械\"\r\n有限公司"), InputValue.Of(-1234.50m), InputValue.Of(true), InputValue.Of(new DateOnly(2024, 1, 5))],
        [InputValue.Of("=1+1"), InputValue.Of(0.1m), InputValue.Blank, InputValue.Of(new DateTime(2024, 2, 29, 23, 59, 59))],
        [InputValue.Of(" a;b|c\t "), InputValue.Of(123456789012345m), InputValue.Of(false), InputValue.Of(new DateOnly(1900, 1, 1))],
        [InputValue.Of("_x0041_\u0001😀"), InputValue.Of(9223372036854775807m), InputValue.Blank, InputValue.Blank],
    ];

    [Fact]
    public async Task Xlsx_WrittenAndRead_IsTheSame()
    {
        var sheet = Sheet.FromBytes(await WriteAsync(stream => new XlsxSheetWriter(stream, "订单")));

        Assert.Equal([new SheetInfo("订单", false)], sheet.Sheets);
        Assert.Equal("名称|金额|是|日期", sheet.Lines.First());
        Assert.Equal(Rows[..3], sheet.Rows.Skip(1).Take(3).Select(row => Enumerable.Range(0, 4).Select(column => row[column]).ToArray()));
        Assert.Equal([Rows[3][0], InputValue.Of("9223372036854775807")], sheet.Rows[4].Cells);
    }

    [Fact]
    public async Task Xlsx_Header_IsBoldAndFrozen()
    {
        using var archive = new ZipArchive(new MemoryStream(await WriteAsync(stream => new XlsxSheetWriter(stream))));
        var sheet = Load(archive, "xl/worksheets/sheet1.xml");
        var styles = Load(archive, "xl/styles.xml");
        var name = styles.Name.Namespace;

        Assert.Equal("frozen", (string?)sheet.Descendants(name + "pane").Single().Attribute("state"));
        var style = (int)sheet.Descendants(name + "c").First().Attribute("s")!;
        var font = (int)styles.Element(name + "cellXfs")!.Elements().ElementAt(style).Attribute("fontId")!;
        Assert.NotNull(styles.Element(name + "fonts")!.Elements().ElementAt(font).Element(name + "b"));
    }

    [Fact]
    public async Task Xlsx_MoreRowsThanASheetHolds_GoOnInFurtherSheetsWithHeader()
    {
        var bytes = await WriteAsync(stream => new XlsxSheetWriter(stream, "a:b") { RowsPerSheet = 3 });

        Assert.Equal(["ab", "ab (2)"], Sheet.FromBytes(bytes).Sheets.Select(sheet => sheet.Name));
        Assert.Equal(3, Sheet.FromBytes(bytes).Rows.Count);
    }

    [Fact]
    public async Task Xlsx_NothingWritten_IsStillAWorkbook()
    {
        using var output = new MemoryStream();
        await using (new XlsxSheetWriter(output))
        {
        }

        Assert.Single(Sheet.FromBytes(output.ToArray()).Sheets);
    }

    [Fact]
    public async Task Csv_WrittenAndRead_IsTheSameText()
    {
        var sheet = Sheet.FromBytes(await WriteAsync(stream => new CsvSheetWriter(stream)));

        Assert.Equal(
            [
                "名称|金额|是|日期",
                "宏远，\"机械\"\r\n有限公司|-1234.50|TRUE|2024-01-05",
                "=1+1|0.1||2024-02-29 23:59:59",
                " a;b|c\t |123456789012345|FALSE|1900-01-01",
            ],
            sheet.Lines.Take(4));
    }

    [Fact]
    public async Task Csv_Bytes_OpenWellInExcel()
    {
        using var output = new MemoryStream();
        await using (var writer = new CsvSheetWriter(output))
        {
            await writer.WriteHeaderAsync(["名称", "+电话", "数"], TestContext.Current.CancellationToken);
            await writer.WriteRowAsync([InputValue.Of("@x"), InputValue.Of("-5"), InputValue.Of(-5m)], TestContext.Current.CancellationToken);
        }

        Assert.Equal("\uFEFF名称,'+电话,数\r\n'@x,'-5,-5\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    private static XElement Load(ZipArchive archive, string part)
    {
        using var stream = archive.GetEntry(part)!.Open();
        return XElement.Load(stream);
    }

    /// <summary>Through a stream that refuses synchronous writes, as a web response does.</summary>
    private static async Task<byte[]> WriteAsync(Func<Stream, ISheetWriter> create)
    {
        using var output = new MemoryStream();
        await using (var writer = create(new OneWayStream(output)))
        {
            await writer.WriteHeaderAsync(["名称", "金额", "是", "日期"], TestContext.Current.CancellationToken);
            foreach (var row in Rows)
            {
                await writer.WriteRowAsync(row, TestContext.Current.CancellationToken);
            }
        }

        return output.ToArray();
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>Whatever bytes a file holds, it is read or refused; nothing is thrown.</summary>
public sealed class DamagedSpreadsheetTests
{
    private const int Variants = 40;

    private static readonly SpreadsheetLimits Limits = new() { MaximumUncompressedBytes = 20_000_000, MaximumHtmlBytes = 1_000_000 };

    [Theory]
    [MemberData(nameof(MessySpreadsheetTests.Files), MemberType = typeof(MessySpreadsheetTests))]
    public void MessyFile_WithBytesChangedOrCutOff_IsReadOrRefused(string file)
    {
        var original = File.ReadAllBytes(TestFiles.Messy(file));
        for (var seed = 0; seed < Variants; seed++)
        {
            AssertReadOrRefused(Damage(original, new Random(seed)));
        }
    }

    [Fact]
    public void Xls_WithBytesChangedOrCutOff_IsReadOrRefused()
    {
        var original = File.ReadAllBytes(TestFiles.SharedOrSkip("cn", "示例-超市.xls"));
        for (var seed = 0; seed < 5; seed++)
        {
            AssertReadOrRefused(Damage(original, new Random(seed)));
        }
    }

    [Fact]
    public void CompoundDocument_WithoutWorkbook_IsRefused()
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Assert.Equal("spreadsheet.workbook.broken", Sheet.FromBytes([.. signature, .. new byte[2000]]).Error.Code);
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = random.Next(4) == 0 ? original[..random.Next(1, original.Length)] : [.. original];
        for (var changes = random.Next(1, 20); changes > 0; changes--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static void AssertReadOrRefused(byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        using var reader = SpreadsheetReader.Open(new MemoryStream(bytes), "test", Limits, diagnostics);
        Assert.Equal(reader is null, diagnostics.HasErrors);
        for (var sheet = 0; sheet < (reader?.Sheets.Count ?? 0); sheet++)
        {
            Assert.All(reader!.ReadRows(sheet), row => Assert.True(row.Number > 0));
        }
    }
}

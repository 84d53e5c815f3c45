using System.Text;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Specifications.Files;

namespace LowCodeErp.Unit.Tests.Files;

public sealed class FileRuleTests
{
    private static readonly FileRule _any = new();
    private static readonly FileRule _images = new() { OnlyImages = true, MaximumPixels = 1_000_000 };

    private static readonly Dictionary<string, byte[]> Contents = new()
    {
        ["pdf"] = FileSamples.Pdf, ["program"] = FileSamples.Program, ["html"] = FileSamples.Html, ["zip"] = FileSamples.Zip, ["gif"] = FileSamples.Gif, ["jpeg"] = FileSamples.Jpeg,
        ["webp"] = FileSamples.WebP, ["png"] = FileSamples.Png(), ["text"] = "数量,单价\n3,5\n"u8.ToArray(), ["utf16"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("数量")], ["zeros"] = new byte[20],
        ["compound"] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ["script"] = "#!/bin/sh\nrm -rf /\n"u8.ToArray(), ["svg"] = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        ["elf"] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], ["mz-text"] = "MZ 系列产品目录"u8.ToArray(), ["cut-png"] = FileSamples.Png()[..16],
    };

    [Theory]
    [InlineData("合同.pdf", "pdf", "")]
    [InlineData("合同.PDF", "pdf", "")]
    [InlineData("照片.JPG", "jpeg", "")]
    [InlineData("a.webp", "webp", "")]
    [InlineData("报价.xlsx", "zip", "")]
    [InlineData("有密码的报价.xlsx", "compound", "")]
    [InlineData("旧.doc", "compound", "")]
    [InlineData("发票.ofd", "zip", "")]
    [InlineData("明细.csv", "text", "")]
    [InlineData("记事本.txt", "utf16", "")]
    [InlineData("目录.txt", "mz-text", "")]
    [InlineData("图纸.dwg", "zeros", "")]
    [InlineData("没有扩展名", "text", "")]
    [InlineData("cat.jpg", "program", "file.program")]
    [InlineData("合同.pdf", "program", "file.program")]
    [InlineData("图纸.dwg", "program", "file.program")]
    [InlineData("readme.txt", "script", "file.program")]
    [InlineData("data.bin", "elf", "file.program")]
    [InlineData("cat.png", "html", "file.disguised")]
    [InlineData("cat.png", "svg", "file.disguised")]
    [InlineData("cat.png", "jpeg", "file.disguised")]
    [InlineData("合同.pdf", "zip", "file.disguised")]
    [InlineData("合同.docx", "pdf", "file.disguised")]
    [InlineData("明细.csv", "zip", "file.disguised")]
    [InlineData("记事本.txt", "pdf", "file.disguised")]
    [InlineData("cat.png", "cut-png", "file.image-unreadable")]
    public void Contents_AgainstTheirName_AreWhatItSaysOrRefused(string name, string content, string expected)
        => Assert.Equal(expected, _any.CheckContent(name, Contents[content])?.Code ?? "");

    [Theory]
    [InlineData("setup.exe")]
    [InlineData("SETUP.EXE")]
    [InlineData("photo.jpg.exe")]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("run.JS")]
    public void Offer_OfWhatSystemsAndBrowsersRun_IsRefusedByItsName(string name) => Assert.Equal("file.refused", _any.CheckOffer(name, 10)!.Code);

    [Fact]
    public void Offer_BlankLongEmptyOrLarge_IsRefusedBeforeAnythingIsRead()
    {
        Assert.Equal("file.name-blank", _any.CheckOffer("", 10)!.Code);
        Assert.Null(_any.CheckOffer(new string('长', FileName.MaximumLength - 4) + ".pdf", 10));
        Assert.Equal("file.name-too-long", _any.CheckOffer(new string('长', FileName.MaximumLength) + ".pdf", 10)!.Code);
        Assert.Equal("file.empty", _any.CheckOffer("a.pdf", 0)!.Code);
        Assert.Null(_any.CheckOffer("a.pdf", _any.MaximumBytes));
        var large = _any.CheckOffer("a.pdf", _any.MaximumBytes + 1)!;
        Assert.Equal("file.too-large", large.Code);
        Assert.Contains("20 MB", large.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pdf", "file.no-image")]
    [InlineData("a.bmp", "file.no-image")]
    [InlineData("a.heic", "file.no-image")]
    [InlineData("a", "file.no-image")]
    [InlineData("a.gif", "")]
    public void Offer_ToAPlaceForImages_HasToBeOneThatIsShown(string name, string expected) => Assert.Equal(expected, _images.CheckOffer(name, 10)?.Code ?? "");

    [Fact]
    public void Offer_OfAKindThatIsNotTaken_IsRefusedWithThoseThatAre()
    {
        var rule = new FileRule { Kinds = [FileKind.Pdf, FileKind.Image] };

        Assert.Null(rule.CheckOffer("a.pdf", 10));
        Assert.Contains("PDF、图片", rule.CheckOffer("a.docx", 10)!.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("file.kind-not-taken", rule.CheckOffer("a", 10)!.Code);
    }

    [Fact]
    public void Image_OfTooManyPixels_IsRefusedByItsHeaderAlone()
    {
        var png = FileSamples.Png();
        (png[17], png[21]) = (0x10, 0x10);

        Assert.Equal("file.too-many-pixels", _images.CheckContent("a.png", png)!.Code);
        Assert.Equal("file.too-many-pixels", _images.Check(new(1, "a.png", "image/png", 100, new(2000, 2000)))!.Code);
        Assert.Null(_images.Check(new(1, "a.png", "image/png", 100, new(1000, 1000))));
    }

    [Fact]
    public void Size_OfEachImageFormat_IsReadFromItsHeader()
    {
        Assert.Equal(new ImageSize(4, 3), ImageSize.Read(FileFormats.Png, FileSamples.Png()));
        Assert.Equal(new ImageSize(30, 40), ImageSize.Read(FileFormats.Jpeg, FileSamples.Jpeg));
        Assert.Equal(new ImageSize(2, 3), ImageSize.Read(FileFormats.Gif, FileSamples.Gif));
        Assert.Equal(new ImageSize(100, 50), ImageSize.Read(FileFormats.WebP, FileSamples.WebP));
    }

    [Fact]
    public void Size_OfHeadersCutAnywhere_IsReadOrUnknownButNeverFails()
    {
        foreach (var (format, bytes) in new[] { (FileFormats.Png, FileSamples.Png()), (FileFormats.Jpeg, FileSamples.Jpeg), (FileFormats.Gif, FileSamples.Gif), (FileFormats.WebP, FileSamples.WebP) })
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.True(ImageSize.Read(format, bytes.AsSpan(0, length)) is null or { Pixels: > 0 });
            }
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\合同.pdf", "合同.pdf")]
    [InlineData("a:b?.pdf", "a_b_.pdf")]
    [InlineData("cat\u202egpj.exe", "catgpj.exe")]
    [InlineData("a\u0000\n.pdf", "a.pdf")]
    [InlineData(" 合同.pdf. ", "合同.pdf")]
    [InlineData("..", "")]
    [InlineData("folder/", "")]
    public void Name_WithFoldersOrUnseenCharacters_IsWhatIsLeft(string name, string expected) => Assert.Equal(expected, FileName.Clean(name));

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(3_482, "3.4 KB")]
    [InlineData(20 * 1024 * 1024, "20 MB")]
    [InlineData(150 * 1024 * 1024, "150 MB")]
    public void Size_ForPeople_IsRounded(long bytes, string expected) => Assert.Equal(expected, FileSize.Format(bytes));
}

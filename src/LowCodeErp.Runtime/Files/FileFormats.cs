using System.Collections.Frozen;

namespace LowCodeErp.Runtime.Files;

/// <summary>The formats that are told apart. What is packed into a file is never unpacked: nothing here reads more than its beginning.</summary>
public static class FileFormats
{
    private static readonly FileSignature Zip = new("50 4B 03 04");
    private static readonly FileSignature EmptyZip = new("50 4B 05 06");

    /// <summary>The container of old office documents, and of new ones with a password.</summary>
    private static readonly FileSignature Compound = new("D0 CF 11 E0 A1 B1 1A E1");

    public static readonly FileFormat Png = new(FileKind.Image, "image/png", [".png"], new FileSignature("89 50 4E 47 0D 0A 1A 0A"));
    public static readonly FileFormat Jpeg = new(FileKind.Image, "image/jpeg", [".jpg", ".jpeg", ".jfif"], new FileSignature("FF D8 FF"));
    public static readonly FileFormat Gif = new(FileKind.Image, "image/gif", [".gif"], new FileSignature("47 49 46 38 37 61"), new FileSignature("47 49 46 38 39 61"));
    public static readonly FileFormat WebP = new(FileKind.Image, "image/webp", [".webp"], new FileSignature("52 49 46 46 .. .. .. .. 57 45 42 50"));
    public static readonly FileFormat Pdf = new(FileKind.Pdf, "application/pdf", [".pdf"], new FileSignature("25 50 44 46 2D"));

    internal static readonly FrozenSet<FileFormat> ShownImages = new[] { Png, Jpeg, Gif, WebP }.ToFrozenSet();

    /// <summary>Browsers and systems run them, or what stands in them; whatever their contents are, nobody gets them by a click.</summary>
    private static readonly FrozenSet<string> Refused = new[]
    {
        ".exe", ".dll", ".com", ".bat", ".cmd", ".msi", ".msix", ".scr", ".pif", ".cpl", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".hta", ".lnk",
        ".reg", ".jar", ".apk", ".app", ".dmg", ".pkg", ".deb", ".rpm", ".sh", ".bash", ".run", ".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".svg", ".svgz", ".swf",
        ".chm", ".url", ".scf", ".inf", ".iso", ".vhd", ".desktop", ".php", ".asp", ".aspx", ".jsp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FileSignature[] Programs =
        [new("7F 45 4C 46"), new("CA FE BA BE"), new("FE ED FA CE"), new("FE ED FA CF"), new("CE FA ED FE"), new("CF FA ED FE"), new("23 21 2F")];

    private static readonly FileSignature WindowsProgram = new("4D 5A");

    public static IReadOnlyList<FileFormat> All { get; } =
    [
        Png, Jpeg, Gif, WebP, Pdf,
        new(FileKind.Image, "image/bmp", [".bmp"], new FileSignature("42 4D")),
        new(FileKind.Image, "image/tiff", [".tif", ".tiff"], new FileSignature("49 49 2A 00"), new FileSignature("4D 4D 00 2A")),
        new(FileKind.Image, "image/heic", [".heic", ".heif"], new FileSignature(".. .. .. .. 66 74 79 70 68 65"), new FileSignature(".. .. .. .. 66 74 79 70 6D 69 66 31")),
        new(FileKind.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], Zip, Compound),
        new(FileKind.Document, "application/msword", [".doc", ".wps"], Compound),
        new(FileKind.Document, "application/vnd.oasis.opendocument.text", [".odt"], Zip),
        new(FileKind.Document, "application/ofd", [".ofd"], Zip),
        new(FileKind.Document, "application/rtf", [".rtf"], new FileSignature("7B 5C 72 74 66")),
        new(FileKind.Spreadsheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx", ".xlsm"], Zip, Compound),
        new(FileKind.Spreadsheet, "application/vnd.ms-excel", [".xls", ".et"], Compound),
        new(FileKind.Spreadsheet, "application/vnd.oasis.opendocument.spreadsheet", [".ods"], Zip),
        new(FileKind.Spreadsheet, "text/csv", [".csv", ".tsv"]),
        new(FileKind.Presentation, "application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"], Zip, Compound),
        new(FileKind.Presentation, "application/vnd.ms-powerpoint", [".ppt", ".dps"], Compound),
        new(FileKind.Presentation, "application/vnd.oasis.opendocument.presentation", [".odp"], Zip),
        new(FileKind.Text, "text/plain", [".txt", ".md", ".log", ".json", ".xml", ".yaml", ".yml"]),
        new(FileKind.Archive, "application/zip", [".zip"], Zip, EmptyZip),
        new(FileKind.Archive, "application/vnd.rar", [".rar"], new FileSignature("52 61 72 21 1A 07")),
        new(FileKind.Archive, "application/x-7z-compressed", [".7z"], new FileSignature("37 7A BC AF 27 1C")),
        new(FileKind.Archive, "application/gzip", [".gz", ".tgz"], new FileSignature("1F 8B 08")),
        new(FileKind.Archive, "application/x-tar", [".tar"], new FileSignature("75 73 74 61 72", offset: 257)),
        new(FileKind.Audio, "audio/mpeg", [".mp3"], new("49 44 33"), new("FF FB"), new("FF F3"), new("FF F2")),
        new(FileKind.Audio, "audio/mp4", [".m4a"], new FileSignature(".. .. .. .. 66 74 79 70")),
        new(FileKind.Audio, "audio/wav", [".wav"], new FileSignature("52 49 46 46 .. .. .. .. 57 41 56 45")),
        new(FileKind.Audio, "audio/amr", [".amr"], new FileSignature("23 21 41 4D 52")),
        new(FileKind.Audio, "audio/ogg", [".ogg"], new FileSignature("4F 67 67 53")),
        new(FileKind.Video, "video/mp4", [".mp4", ".m4v"], new FileSignature(".. .. .. .. 66 74 79 70")),
        new(FileKind.Video, "video/quicktime", [".mov"], new("00 00 00 .. 66 74 79 70"), new(".. .. .. .. 6D 6F 6F 76")),
        new(FileKind.Video, "video/x-msvideo", [".avi"], new FileSignature("52 49 46 46 .. .. .. .. 41 56 49 20")),
        new(FileKind.Video, "video/webm", [".webm", ".mkv"], new FileSignature("1A 45 DF A3")),
    ];

    private static readonly FrozenDictionary<string, FileFormat> ByExtension
        = All.SelectMany(format => format.Extensions.Select(extension => (extension, format))).ToDictionary(pair => pair.extension, pair => pair.format).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a name that says nothing.</summary>
    public static FileFormat? OfName(string name) => ByExtension.GetValueOrDefault(ExtensionOf(name));

    /// <summary>The format that the contents begin like; null for text and whatever is not known.</summary>
    public static FileFormat? OfContent(ReadOnlySpan<byte> head)
    {
        foreach (var format in All)
        {
            if (format.Fits(head))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>In small letters, with its dot; "" where there is none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    public static bool IsRefused(string name) => Refused.Contains(ExtensionOf(name));

    /// <summary>Whether a system would run it, whatever it is called. Two letters alone are text that happens to begin so.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        foreach (var signature in Programs)
        {
            if (signature.IsIn(head))
            {
                return true;
            }
        }

        return WindowsProgram.IsIn(head) && head.Contains((byte)0);
    }

    /// <summary>Text has no zeros, except where each character takes two bytes, which it says.</summary>
    public static bool IsText(ReadOnlySpan<byte> head)
        => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !head.Contains((byte)0);
}

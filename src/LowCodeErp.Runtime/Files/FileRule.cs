using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Files;

/// <summary>What files a place takes. Asked when a file is offered, when it is read, and again when a record is saved with it.</summary>
public sealed record FileRule
{
    /// <summary>Larger ones are for file servers.</summary>
    public const int MostMegabytes = 1024;

    public const int DefaultMegabytes = 20;

    /// <summary>About the largest that cameras take; a picture of more takes a browser's whole memory to show.</summary>
    public const int MostMegapixels = 200;

    public long MaximumBytes { get; init; } = DefaultMegabytes * FileSize.Megabyte;

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<FileKind> Kinds { get; init; } = [];

    /// <summary>Only pictures that browsers show.</summary>
    public bool OnlyImages { get; init; }

    public long MaximumPixels { get; init; } = MostMegapixels * 1_000_000L;

    /// <summary>What can be said before anything of it was read. Null when nothing is wrong; so for the others.</summary>
    public Diagnostic? CheckOffer(string name, long size)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 ? FileDiagnostics.NameBlank()
            : name.Length > FileName.MaximumLength ? FileDiagnostics.NameTooLong(name, FileName.MaximumLength)
            : size == 0 ? FileDiagnostics.Empty(name)
            : FileFormats.IsRefused(name) ? FileDiagnostics.Refused(name, FileFormats.ExtensionOf(name))
            : CheckKind(name) ?? CheckSize(name, size);
    }

    public Diagnostic? CheckSize(string name, long size) => size > MaximumBytes ? FileDiagnostics.TooLarge(name, size, MaximumBytes) : null;

    /// <summary>Whether the contents are what the name says.</summary>
    /// <param name="head">The beginning of the contents.</param>
    public Diagnostic? CheckContent(string name, ReadOnlySpan<byte> head)
    {
        if (FileFormats.IsProgram(head))
        {
            return FileDiagnostics.Program(name);
        }

        if (FileFormats.OfName(name) is not { } format)
        {
            return null;
        }

        var isWhatItSays = format.HasSignature ? format.Fits(head) : FileFormats.IsText(head) && !FileFormats.Pdf.Fits(head);
        return !isWhatItSays ? FileDiagnostics.Disguised(name, FileFormats.ExtensionOf(name), FileFormats.OfContent(head))
            : !format.IsShownAsImage ? null
            : ImageSize.Read(format, head) is { } size ? CheckPixels(name, size)
            : FileDiagnostics.ImageUnreadable(name);
    }

    /// <summary>As <see cref="CheckOffer"/> and <see cref="CheckContent"/> for what was read before, be it for another place.</summary>
    public Diagnostic? Check(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CheckKind(file.Name) ?? CheckSize(file.Name, file.Size) ?? (file.Image is { } image ? CheckPixels(file.Name, image) : null);
    }

    private Diagnostic? CheckKind(string name)
    {
        var format = FileFormats.OfName(name);
        return OnlyImages && format?.IsShownAsImage != true ? FileDiagnostics.NoImage(name)
            : Kinds.Count > 0 && !Kinds.Contains(format?.Kind ?? FileKind.Other) ? FileDiagnostics.KindNotTaken(name, Kinds)
            : null;
    }

    private Diagnostic? CheckPixels(string name, ImageSize image)
        => OnlyImages && image.Pixels > MaximumPixels ? FileDiagnostics.TooManyPixels(name, image, MaximumPixels) : null;
}

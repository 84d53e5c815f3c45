namespace LowCodeErp.Runtime.Files;

/// <summary>A file as it is kept.</summary>
/// <param name="Name">As whoever sent it calls it.</param>
/// <param name="Image">How large the picture is; null for anything else.</param>
public sealed record StoredFile(long Id, string Name, string ContentType, long Size, ImageSize? Image)
{
    public FileKind Kind => FileFormats.OfName(Name)?.Kind ?? FileKind.Other;
}

namespace LowCodeErp.Runtime.Files;

/// <summary>A format of files: what its names end with, and what its contents begin with.</summary>
public sealed class FileFormat
{
    private readonly FileSignature[] _signatures;

    internal FileFormat(FileKind kind, string contentType, IReadOnlyList<string> extensions, params FileSignature[] signatures)
    {
        (Kind, ContentType, Extensions) = (kind, contentType, extensions);
        _signatures = signatures;
    }

    public FileKind Kind { get; }

    public string ContentType { get; }

    /// <summary>With their dots, in small letters; the first stands for the format in messages.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Plain text begins with anything.</summary>
    public bool HasSignature => _signatures.Length > 0;

    /// <summary>Whether browsers show it as a picture, and nothing in it can run.</summary>
    public bool IsShownAsImage => FileFormats.ShownImages.Contains(this);

    public bool Fits(ReadOnlySpan<byte> head)
    {
        foreach (var signature in _signatures)
        {
            if (signature.IsIn(head))
            {
                return true;
            }
        }

        return false;
    }
}

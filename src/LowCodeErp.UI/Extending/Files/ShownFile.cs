using LowCodeErp.Runtime.Files;

namespace LowCodeErp.UI.Extending.Files;

/// <summary>A file as an editor shows it.</summary>
/// <param name="Size">Null while it is not known.</param>
/// <param name="IsRemoved">Taken out of the field, which can be undone until the record is saved.</param>
public sealed record ShownFile(long Id, string Name, long? Size, bool IsRemoved)
{
    public string Address => FileAddress.Of(Id, Name);

    public bool IsPicture => IsPictureName(Name);

    /// <summary>Whether browsers show a file of this name as a picture.</summary>
    public static bool IsPictureName(string name) => FileFormats.OfName(name) is { IsShownAsImage: true };
}

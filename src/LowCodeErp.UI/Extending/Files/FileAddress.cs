using System.Globalization;

namespace LowCodeErp.UI.Extending.Files;

/// <summary>Where browsers get files from. The name is for people; who may read the file is asked of the id.</summary>
public static class FileAddress
{
    public static string Of(long id, string name) => string.Create(CultureInfo.InvariantCulture, $"/files/{id}/{Uri.EscapeDataString(name)}");

    /// <summary>The small picture of lists.</summary>
    public static string OfThumbnail(long id, string name) => Of(id, name) + "?small";
}

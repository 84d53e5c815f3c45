using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Files;

/// <summary>Where the contents of files go, and the folder of those that lie on disk. What was stored earlier is found whichever holds now.</summary>
/// <param name="Folder">Made when the first file comes; it is part of every backup.</param>
public sealed record FilePlace(bool IsOnDisk, string Folder)
{
    public const string DefaultFolder = "data/files";

    private const string Database = "database";
    private const string Disk = "disk";

    public static FilePlace InDatabase { get; } = new(IsOnDisk: false, DefaultFolder);

    /// <param name="place"><c>database</c>, <c>disk</c>, or blank for the database.</param>
    /// <param name="setting">The name of the setting, for the message.</param>
    /// <returns>Null, with the reason, when the setting is wrong.</returns>
    public static FilePlace? Parse(string? place, string? folder, string setting, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var path = string.IsNullOrWhiteSpace(folder) ? DefaultFolder : folder.Trim();
        switch (place?.Trim().ToLowerInvariant())
        {
            case null or "" or Database:
                return new(IsOnDisk: false, path);
            case Disk:
                return new(IsOnDisk: true, path);
            default:
                diagnostics.Add(FilePlaceDiagnostics.Unknown(setting, place, Database, Disk));
                return null;
        }
    }
}

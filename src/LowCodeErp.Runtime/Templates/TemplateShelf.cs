using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Templates;

/// <summary>The templates that come with the program.</summary>
/// <param name="folder">Holds a folder for each.</param>
public sealed class TemplateShelf(string folder)
{
    /// <summary>By key; one that cannot be read is left out, as a test would have told.</summary>
    public IReadOnlyList<ShippedTemplate> Read()
        => Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(Read).OfType<ShippedTemplate>()] : [];

    private static ShippedTemplate? Read(string template)
        => File.Exists(Path.Combine(template, "app.json")) && TemplateFolder.Read(template, new DiagnosticBag()) is { } package
            ? new(template, package.App.Definition, package.Forms.Count, package.TierModels.Count, TemplateFolder.FindSeeds(template).Count)
            : null;
}

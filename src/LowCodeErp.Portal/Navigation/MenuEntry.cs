using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Navigation;

/// <summary>A page that the menu leads to.</summary>
/// <param name="Label">In the viewer's language.</param>
/// <param name="Icon">A name of Material Symbols.</param>
/// <param name="Href">Within this site, without a leading slash.</param>
public sealed record MenuEntry(string Label, string Icon, string Href)
{
    /// <summary>The form whose records the page lists; null for any other page.</summary>
    public FormModel? Form { get; init; }

    /// <summary>The heading below which it stands, in the viewer's language; entries of one heading follow each other. Null for none.</summary>
    public string? Group { get; init; }
}

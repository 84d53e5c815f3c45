namespace LowCodeErp.Portal.Navigation;

/// <summary>An app, or another group of pages, with those of its entries that the viewer may open.</summary>
public sealed record MenuApp(string Key, string Label, string Icon, IReadOnlyList<MenuEntry> Entries);

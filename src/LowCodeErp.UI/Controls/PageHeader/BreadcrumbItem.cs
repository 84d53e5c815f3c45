namespace LowCodeErp.UI.Controls.PageHeader;

/// <summary>A step on the way to the page; the page itself is not one of them.</summary>
public sealed record BreadcrumbItem(string Text, string Href);

namespace LowCodeErp.Metadata.Views;

/// <summary>Named by hue; the theme decides the shade, so that text on it stays readable in light and dark.</summary>
public enum ViewColour
{
    Blue,
    Green,
    Orange,
    Red,
}

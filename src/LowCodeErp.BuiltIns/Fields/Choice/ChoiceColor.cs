namespace LowCodeErp.BuiltIns.Fields.Choice;

/// <summary>Named by hue; the theme decides the shade, so that text on it stays readable in light and dark.</summary>
public enum ChoiceColor
{
    Gray,
    Blue,
    Green,
    Orange,
    Red,
}

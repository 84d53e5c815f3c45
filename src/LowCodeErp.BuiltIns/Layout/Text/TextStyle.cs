namespace LowCodeErp.BuiltIns.Layout.Text;

public enum TextStyle
{
    Paragraph,
    Heading,
}

namespace LowCodeErp.BuiltIns.Fields.Button;

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    Plain,
    Primary,
}

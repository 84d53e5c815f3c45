namespace LowCodeErp.UI.Controls.StatusBadge;

public enum StatusTone
{
    Neutral,
    Accent,
    Info,
    Success,
    Warning,
    Danger,
}

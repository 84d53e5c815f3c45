using LowCodeErp.Metadata.Views;
using LowCodeErp.UI.Controls.StatusBadge;

namespace LowCodeErp.Portal.Views;

/// <summary>The shade that the theme has for a colour, in light and dark.</summary>
public static class ColourTone
{
    public static StatusTone Of(ViewColour colour) => colour switch
    {
        ViewColour.Green => StatusTone.Success,
        ViewColour.Orange => StatusTone.Warning,
        ViewColour.Red => StatusTone.Danger,
        _ => StatusTone.Info,
    };
}

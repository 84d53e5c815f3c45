using System.Text;

namespace LowCodeErp.Studio.Diagram;

/// <summary>Cuts labels to the width of a box, reckoning that Chinese characters are twice as wide as others.</summary>
internal static class BoxText
{
    /// <summary>In widths of a Latin letter.</summary>
    private const int MostWidth = 20;

    public static string Fit(string label)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var rune in label.EnumerateRunes())
        {
            width += rune.Value > 0x2E80 ? 2 : 1;
            if (width > MostWidth)
            {
                return text.Append('…').ToString();
            }

            text.Append(rune.ToString());
        }

        return label;
    }
}

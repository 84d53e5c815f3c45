namespace LowCodeErp.UI.Controls.WorkDialog;

/// <summary>Where a dialog stands. On a phone each takes the whole window.</summary>
public enum WorkDialogShape
{
    /// <summary>Most of the window, in its middle.</summary>
    Wide,

    /// <summary>At the right edge, beside the page that it explains.</summary>
    Side,
}

namespace LowCodeErp.Portal.Lists;

/// <summary>How the items of a list have to match what was chosen.</summary>
public enum ItemMatch
{
    Any,
    All,
    None,
}

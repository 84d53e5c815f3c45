namespace LowCodeErp.Metadata.Views;

public enum ViewItemMatch
{
    Any,
    All,
    None,
}

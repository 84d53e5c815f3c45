namespace LowCodeErp.Studio.Shell;

/// <summary>What of an app its page shows; as the address names it, in small letters.</summary>
public enum StudioView
{
    Form,
    Uses,
    Diagram,
    App,
    Role,
}

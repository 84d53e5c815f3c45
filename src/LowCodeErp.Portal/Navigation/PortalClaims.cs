namespace LowCodeErp.Portal.Navigation;

/// <summary>What the portal reads from the signed-in person beyond the standard claims.</summary>
public static class PortalClaims
{
    /// <summary>How the person is called on screen.</summary>
    public const string DisplayName = "display-name";

    /// <summary>There, with the value of <see cref="bool.TrueString"/>, for administrators only.</summary>
    public const string IsAdministrator = "is-administrator";
}

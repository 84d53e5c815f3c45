namespace LowCodeErp.Portal.Navigation;

/// <summary>What the portal reads from the signed-in person beyond the standard claims.</summary>
public static class PortalClaims
{
    /// <summary>How the person is called on screen.</summary>
    public const string DisplayName = "display-name";

    /// <summary>There, with the value of <see cref="bool.TrueString"/>, for administrators only.</summary>
    public const string IsAdministrator = "is-administrator";

    /// <summary>Id of the administrator who sees the program as this person. No cookie holds this and the following: each request asks its session.</summary>
    public const string SeenBy = "seen-by";

    public const string SeenByName = "seen-by-name";

    /// <summary>When that ends by itself, in UTC.</summary>
    public const string SeenUntil = "seen-until";

    /// <summary>Why, in the administrator's words.</summary>
    public const string SeenFor = "seen-for";
}

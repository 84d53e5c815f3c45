namespace LowCodeErp.Web.Tests.Identity;

/// <summary>Whom an endpoint answers.</summary>
public enum EndpointAccess
{
    Everybody,

    /// <summary>Everybody who is signed in.</summary>
    Member,

    /// <summary>Auditors and administrators.</summary>
    Auditor,

    Administrator,

    /// <summary>Whoever has a secret; to others it does not exist.</summary>
    Secret,
}

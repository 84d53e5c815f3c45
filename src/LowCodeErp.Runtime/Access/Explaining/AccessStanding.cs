namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>What opens all records of a form to somebody, whatever roles say.</summary>
public enum AccessStanding
{
    Administrator,
    AppAdministrator,

    /// <summary>The app has no roles yet.</summary>
    OpenApp,
    Auditor,
}

namespace LowCodeErp.Data.Accounts;

/// <summary>By what administrators look for members besides their names.</summary>
public enum MemberState
{
    Active,
    Deactivated,
    Administrator,

    /// <summary>Invited, and has not chosen a password yet.</summary>
    WithoutPassword,
}

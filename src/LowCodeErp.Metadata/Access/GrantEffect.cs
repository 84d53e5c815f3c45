namespace LowCodeErp.Metadata.Access;

/// <summary>Whether a grant gives or takes. What one role takes no other role of the member gives back.</summary>
public enum GrantEffect
{
    Allow,
    Deny,
}

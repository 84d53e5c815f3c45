namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a member of the workspace, or several, by their user names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MemberNameAttribute : Attribute;

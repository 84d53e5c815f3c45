namespace LowCodeErp.BuiltIns.Fields.Member;

/// <summary>A member field has nothing to set yet.</summary>
public sealed record MemberSettings;

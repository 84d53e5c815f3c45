namespace LowCodeErp.BuiltIns.Fields.Members;

public sealed record MembersSettings
{
    /// <summary>The most members that may be chosen; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }
}

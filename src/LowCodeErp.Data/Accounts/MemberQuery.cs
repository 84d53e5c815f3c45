namespace LowCodeErp.Data.Accounts;

/// <summary>Which members administrators look for; nothing chosen: all.</summary>
public sealed record MemberQuery
{
    /// <summary>A part of the name, the user name or the e-mail address, however it is written.</summary>
    public string Words { get; init; } = "";

    public MemberState? State { get; init; }

    /// <summary>Members of any of them; null: whatever department they belong to, or none.</summary>
    public IReadOnlyCollection<long>? Departments { get; init; }

    /// <summary>How many of those that are found come before the page.</summary>
    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

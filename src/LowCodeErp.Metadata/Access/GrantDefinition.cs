using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Access;

/// <summary>One thing that a role allows or denies: operations on some records of a form, and how much of their fields is seen.</summary>
public sealed record GrantDefinition
{
    /// <summary>Key of the form. Lines belong to the form of their record.</summary>
    [FormKey]
    public required string Form { get; init; }

    public GrantEffect Effect { get; init; } = GrantEffect.Allow;

    public IReadOnlyList<AccessOperation> Operations { get; init; } = [];

    public GrantedRows Rows { get; init; } = GrantedRows.All;

    /// <summary>The formula of <see cref="GrantedRows.Condition"/>: <c>[region] = "east"</c>.</summary>
    public string? Condition { get; init; }

    /// <summary>Of fields that are not named, everything.</summary>
    public IReadOnlyList<FieldGrantDefinition> Fields { get; init; } = [];
}

using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Access;

/// <summary>
/// <c>roles/*.json</c>: what somebody in a role may do with the records of the app, and of the apps that it needs. Who has the role is no part of the app.
/// A member's roles add up. As soon as an app has a role, nobody but administrators may do what no role allows.
/// </summary>
public sealed record RoleDefinition
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    public IReadOnlyList<GrantDefinition> Grants { get; init; } = [];
}

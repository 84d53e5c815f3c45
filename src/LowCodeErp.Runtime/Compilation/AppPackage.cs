using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The definitions of one app, as read.</summary>
public sealed record AppPackage(
    Sourced<AppDefinition> App,
    IReadOnlyList<Sourced<FormDefinition>> Forms,
    IReadOnlyList<Sourced<TierModelDefinition>> TierModels)
{
    public IReadOnlyList<Sourced<RoleDefinition>> Roles { get; init; } = [];

    public IReadOnlyList<Sourced<FlowDefinition>> Flows { get; init; } = [];
}

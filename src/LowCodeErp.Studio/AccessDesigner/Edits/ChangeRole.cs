using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AccessDesigner.Edits;

/// <summary>Changes what a role says, except its key: its description, its grants.</summary>
/// <param name="Member">Which part, so that typing on in it is one step.</param>
/// <param name="What">The role, for people.</param>
public sealed record ChangeRole(string Role, string Member, LocalizedText What, Func<RoleDefinition, RoleDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改角色", "change role", What);

    public string Thread => $"role.{Role}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeRole(Role, role => Change(role) with { Key = Role } is var changed && changed != role ? changed : role);
    }
}

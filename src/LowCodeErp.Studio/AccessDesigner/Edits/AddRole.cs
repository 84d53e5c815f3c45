using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AccessDesigner.Edits;

/// <summary>A new role, behind the others; it may be made after another one.</summary>
/// <param name="Definition">Its key is none of the app's.</param>
public sealed record AddRole(RoleDefinition Definition) : IEdit
{
    public LocalizedText Name => EditWords.Of("新建角色", "new role", Definition.Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.FindRole(Definition.Key) is not null ? document : document with { Roles = [.. document.Roles, Definition] };
    }
}

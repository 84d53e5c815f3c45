using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AccessDesigner.Edits;

/// <summary>Takes a role out of the app. Whoever has it loses what it allowed when that is published.</summary>
public sealed record RemoveRole(string Role, LocalizedText Label) : IEdit
{
    public LocalizedText Name => EditWords.Of("删除角色", "remove role", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.FindRole(Role) is not { } role ? document : document with { Roles = [.. document.Roles.Where(other => other != role)] };
    }
}

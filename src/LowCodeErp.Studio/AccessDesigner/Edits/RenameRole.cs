using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AccessDesigner.Edits;

/// <summary>Gives a role another name, and with it another key where nobody knows the old one yet.</summary>
/// <param name="Key">The new key; the role's own one when it is to stay.</param>
public sealed record RenameRole(string Role, LocalizedText Label, string Key) : IEdit
{
    public LocalizedText Name => EditWords.Of("改名为", "rename to", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeRole(Role, role => role.Label == Label && Key == Role ? role : role with { Key = Key, Label = Label });
    }
}

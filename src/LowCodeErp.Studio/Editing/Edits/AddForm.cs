using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.Editing.Edits;

/// <summary>A new form, last in the menu.</summary>
/// <param name="Definition">Its key is none of the workspace's.</param>
public sealed record AddForm(FormDefinition Definition) : IEdit
{
    public LocalizedText Name => EditWords.Of("新建表单", "new form", Definition.Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.FindForm(Definition.Key) is not null ? document : document with
        {
            App = document.App with { Menu = [.. document.App.Menu, Definition.Key] },
            Forms = [.. document.Forms, Definition],
        };
    }
}

using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing.Edits;

/// <summary>Takes a form out of the app and its menu. Its records are kept when that is published, until they are purged.</summary>
public sealed record RemoveForm(string Form, LocalizedText Label) : IEdit
{
    public LocalizedText Name => EditWords.Of("删除表单", "remove form", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.FindForm(Form) is not { } form ? document : document with
        {
            App = document.App.RenameInMenu(Form, null),
            Forms = [.. document.Forms.Where(other => other != form)],
            Sheets = [.. document.Sheets.Where(sheet => sheet.Form != Form)],
        };
    }
}

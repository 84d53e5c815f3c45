using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing.Edits;

/// <summary>Gives a form another name, and with it another key where nobody knows the old one yet.</summary>
/// <param name="Key">The new key; the form's own one when it is to stay.</param>
public sealed record RenameForm(string Form, LocalizedText Label, string Key) : IEdit
{
    public LocalizedText Name => EditWords.Of("改名为", "rename to", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var renamed = document.ChangeForm(Form, form => form.Label == Label && Key == Form ? form : form with { Key = Key, Label = Label });
        return ReferenceEquals(renamed, document) || Key == Form ? renamed : renamed with
        {
            App = renamed.App.RenameInMenu(Form, Key),
            Sheets = [.. renamed.Sheets.Select(sheet => sheet.Form == Form ? sheet with { Form = Key } : sheet)],
        };
    }
}

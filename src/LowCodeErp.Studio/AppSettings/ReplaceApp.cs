using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>All definitions of the app are those of another document, which was imported.</summary>
public sealed record ReplaceApp(AppDocument Imported) : IEdit
{
    public LocalizedText Name => EditWords.Of("导入应用", "import app", Imported.App.Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Imported with
        {
            App = Imported.App.Key == document.App.Key ? Imported.App : Imported.App with { Key = document.App.Key },
            // Where the file was made, the app may have any version; what is replaced is the one that is being designed here.
            BasedOn = document.BasedOn,
            Sheets = [.. document.Sheets.Where(sheet => Imported.FindForm(sheet.Form) is not null)],
        };
    }
}

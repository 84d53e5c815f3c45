using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.Sheets;

/// <summary>A file no longer waits: it was imported, or nobody wants it.</summary>
public sealed record ForgetSheet(string Form, string File) : IEdit
{
    public LocalizedText Name => EditWords.Of("不再等待导入", "stop waiting for", new(File));

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rest = document.Sheets.Where(sheet => sheet.Form != Form).ToList();
        return rest.Count == document.Sheets.Count ? document : document with { Sheets = rest };
    }
}

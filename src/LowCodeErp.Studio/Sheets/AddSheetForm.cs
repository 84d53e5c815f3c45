using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;

namespace LowCodeErp.Studio.Sheets;

/// <summary>A new form that was made from a file, with the file, whose rows wait to be imported.</summary>
public sealed record AddSheetForm(FormDefinition Definition, WaitingSheet Sheet) : IEdit
{
    public LocalizedText Name => EditWords.Of("从表格新建表单", "new form from a spreadsheet", Definition.Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var added = new AddForm(Definition).Apply(document);
        return ReferenceEquals(added, document) ? document : added with { Sheets = [.. added.Sheets, Sheet] };
    }
}

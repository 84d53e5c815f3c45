using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;
using Microsoft.JSInterop;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

/// <summary>Rows of a spreadsheet that are pasted into the grid.</summary>
public sealed partial class SubTableEditor
{
    private const int Suggestions = 20;

    private LinePaste? _paste;
    private (int Done, int All)? _pasting;
    private Diagnostic? _refusedPaste;

    private int MostLines => Settings.MaximumLines ?? SubTableField.MostLines;

    /// <summary>For the script: several cells, to be written from the given one on.</summary>
    [JSInvokable]
    public async Task PasteAsync(int index, string column, string text)
    {
        var columns = Columns.FindAll(candidate => !candidate.IsComputed);
        var (rows, first) = (PastedCells.Read(text), columns.FindIndex(candidate => candidate.Key == column));
        if (Disabled || first < 0 || index >= Lines.Count)
        {
            return;
        }

        (_paste, _refusedPaste, _removed) = (null, null, null);
        if (index + rows.Count > MostLines)
        {
            _refusedPaste = FieldDiagnostics.PasteOfTooManyLines(Field.Key, rows.Count, MostLines);
        }
        else
        {
            var paste = new LinePaste(Draft, Field, columns, FindAsync);
            await paste.RunAsync(rows, index, first, done => ShowProgress(done, rows.Count));
            (_pasting, _paste) = (null, paste);
            await Changed.InvokeAsync();
        }

        StateHasChanged();
    }

    private void ShowProgress(int done, int all)
    {
        _pasting = (done, all);
        StateHasChanged();
    }

    private Task UndoPasteAsync()
    {
        _paste!.Undo();
        _paste = null;
        _focus = Lines.Count == 0 ? AddId : FirstCellId(Lines.Count - 1);
        return Changed.InvokeAsync();
    }

    /// <summary>For the script: more than the connection takes, which therefore was not sent.</summary>
    [JSInvokable]
    public void RefusePaste(int rows, int characters, int most)
    {
        (_paste, _refusedPaste) = (null, rows > MostLines
            ? FieldDiagnostics.PasteOfTooManyLines(Field.Key, rows, MostLines)
            : FieldDiagnostics.PasteTooLong(Field.Key, characters, most));
        StateHasChanged();
    }

    private async Task<RecordReference?> FindAsync(FieldModel column, string text)
    {
        var actor = await Actor.GetAsync();
        var matches = column.Target is { } target
            ? await Queries.SuggestAsync(target, text, Suggestions, actor)
            : await Queries.SuggestMembersAsync(text, Suggestions, actor);
        return matches.Where(match => match.IsNamed(text)).ToList() is [var only] ? only : null;
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>Copying within a form, between forms, and through the system's clipboard.</summary>
public sealed partial class FormEditor
{
    [Inject]
    public required DesignClipboard Clipboard { get; set; }

    /// <summary>From the script: somebody pasted.</summary>
    [JSInvokable]
    public void PasteText(string text)
    {
        Paste(text);
        StateHasChanged();
    }

    private async Task CopyAsync()
    {
        var text = Clipboard.Copy(ItemsClip.Of(Form, _selection.Paths));
        _said = Text["Copied", NameOf(_selection.Paths)];
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("write", text);
        }
    }

    /// <summary>What stands in a container goes with it, since it can be pasted again.</summary>
    private async Task CutAsync()
    {
        await CopyAsync();
        Remove([.. _canvas.Paths().Select(entry => entry.Path).Where(path => _selection.Paths.Any(path.IsWithin))]);
    }

    private void Duplicate()
    {
        var last = _selection.Paths.Max(ItemPath.ReadingOrder);
        Paste(ItemsClip.Of(Form, _selection.Paths), new(last.Parent, last.Index + 1));
    }

    /// <param name="text">Blank when it is not known.</param>
    private void Paste(string text)
    {
        var diagnostics = new DiagnosticBag();
        if (Clipboard.Read(text, diagnostics) is { } clip)
        {
            Paste(clip, null);
        }
        else
        {
            _said = diagnostics.HasErrors ? Text["BadClip", string.Join(" ", diagnostics.Items.Take(3).Select(item => item.Message))] : Text["NothingToPaste"];
        }
    }

    private void Paste(ItemsClip clip, ItemPlace? place)
    {
        var pasted = new PastedItems(clip, Form, KeysNotFor(clip));
        var to = place ?? PlaceForNew(pasted.Items);
        var what = pasted.Fields is [var only] ? only.Label : new($"{Math.Max(pasted.Fields.Count, pasted.Items.Count)} 项", $"{Math.Max(pasted.Fields.Count, pasted.Items.Count)} items");
        Do(new PasteItems(Form.Key, pasted, what, to, Rules));
        _said = string.Join(" ", pasted.LeftOut.Prepend(new(_said ?? "")));
        var items = pasted.ItemsFor(_canvas, to, Rules);
        TakeOver();
        _selection = new([.. items.Select((_, index) => to.Container.Child(to.Index + index)).Where(path => _canvas.Find(path) is not null)]);
        _focus = _selection.Paths is [.., var last] ? last : null;
    }

    /// <summary>A field that was cut out of this form comes back under its own key, with its values.</summary>
    private IEnumerable<string> KeysNotFor(ItemsClip clip)
    {
        var cut = clip.Form != Form.Key ? [] : clip.Fields.Select(field => field.Key).Except(Form.Fields.Select(field => field.Key));
        return Session.TakenKeys(Form.Key).Except(cut);
    }
}

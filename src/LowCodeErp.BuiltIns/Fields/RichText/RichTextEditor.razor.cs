using LowCodeErp.Core.Values;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LowCodeErp.BuiltIns.Fields.RichText;

public sealed partial class RichTextEditor : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.BuiltIns/Fields/RichText/RichTextEditor.razor.js";

    private static readonly Tool[] Tools =
    [
        new("bold", "Bold", "format_bold"),
        new("italic", "Italic", "format_italic"),
        new("underline", "Underline", "format_underlined"),
        new("h2", "Heading", "title"),
        new("h3", "Subheading", "text_fields"),
        new("insertUnorderedList", "Bullets", "format_list_bulleted"),
        new("insertOrderedList", "Numbers", "format_list_numbered"),
        new("link", "Link", "link"),
        new("clear", "Clear", "format_clear"),
    ];

    private ElementReference _root;
    private IJSObjectReference? _script;
    private DotNetObjectReference<RichTextEditor>? _self;
    private string? _shown;

    [Inject]
    private IStringLocalizer<RichTextEditor> Texts { get; set; } = null!;

    [Inject]
    private IJSRuntime JavaScript { get; set; } = null!;

    /// <summary>Cleaned once more, whatever the draft holds: it becomes part of the page.</summary>
    private string Markup => RichMarkup.Clean(Input.Content as string ?? "");

    /// <summary>For the script: the text when the editor is left.</summary>
    [JSInvokable]
    public async Task TakeAsync(string markup)
    {
        _shown = markup;
        if (RichMarkup.Clean(markup) != Markup)
        {
            await SetAsync(InputValue.Of(markup), null);
        }

        await ShowAsync();
        StateHasChanged();
    }

    /// <summary>For the script: what may be put in of a pasted piece; nothing while the record is being saved.</summary>
    [JSInvokable]
    public string Clean(string markup) => Disabled ? "" : RichMarkup.Clean(PlainText.Read(InputValue.Of(markup), isMultiline: true));

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        await _script.LeaveAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            await _script.InvokeVoidAsync("attach", _root, _self);
        }

        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        if (_script is not null && _shown != Markup)
        {
            _shown = Markup;
            await _script.InvokeVoidAsync("show", _root, _shown);
        }
    }

    /// <param name="Command">What the script does.</param>
    /// <param name="Text">Its name in the texts.</param>
    private sealed record Tool(string Command, string Text, string Icon);
}

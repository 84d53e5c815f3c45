using System.Globalization;
using LowCodeErp.Runtime.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Extending;

public sealed partial class RecordPicker : ComponentBase, IDisposable
{
    /// <summary>Long enough that a fast typist asks the server once for a word.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const int LongestName = 1000;

    private ElementReference _input;
    private IReadOnlyList<RecordReference> _matches = [];
    private CancellationTokenSource _search = new();
    private string? _typed;
    private int _active = -1;
    private bool _isOpen;
    private bool _isSearching;

    /// <summary>What is chosen, in words; or what was typed and not found.</summary>
    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public Func<string?, CancellationToken, Task<IReadOnlyList<RecordReference>>> Suggest { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public string InputId { get; set; } = "";

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Null for the usual one.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Whether the suggestions stay after a choice, for a picker of several.</summary>
    [Parameter]
    public bool KeepsOpen { get; set; }

    /// <summary>How far below the top of a tree a match stands; null where they are a plain list.</summary>
    [Parameter]
    public Func<RecordReference, int>? DepthOf { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? InputAttributes { get; set; }

    [Parameter]
    public EventCallback<RecordReference> Picked { get; set; }

    /// <summary>A text that names no record was left in the box; blank when it was emptied.</summary>
    [Parameter]
    public EventCallback<string> Typed { get; set; }

    /// <summary>Enters a record of the name that nothing was found by, and chooses it; null where that is not offered.</summary>
    [Parameter]
    public Func<string?, Task>? Create { get; set; }

    /// <summary>What such a record is called.</summary>
    [Parameter]
    public string? CreatedKind { get; set; }

    [Inject]
    private IStringLocalizer<RecordPicker> Texts { get; set; } = null!;

    private string Shown => _typed ?? Text;

    private bool ShowsList => _isOpen && _matches.Count > 0;

    private bool OffersCreation => Create is not null && _isOpen && !_isSearching && _matches.Count == 0;

    private string ListId => $"{InputId}-list";

    private string ClearLabel => InputAttributes?.GetValueOrDefault("aria-label") is string name ? $"{Texts["Clear"]}: {name}" : Texts["Clear"];

    public void Dispose()
    {
        _search.Cancel();
        _search.Dispose();
    }

    public ValueTask FocusAsync() => _input.FocusAsync();

    private string? IndentOf(RecordReference match)
        => DepthOf?.Invoke(match) is > 0 and var depth ? string.Create(CultureInfo.InvariantCulture, $"padding-inline-start: {0.75 + (depth * 1.25)}rem") : null;

    private string OptionId(int index) => $"{ListId}-{index}";

    private Task SearchAsync(string? text)
    {
        _typed = text ?? "";
        return FindAsync(_typed, Pause);
    }

    private Task OpenAsync() => _isOpen || Disabled ? Task.CompletedTask : FindAsync(_typed, TimeSpan.Zero);

    private async Task FindAsync(string? text, TimeSpan pause)
    {
        var cancellation = StartSearch();
        _isOpen = true;
        _isSearching = true;
        try
        {
            await Task.Delay(pause, cancellation);
            _matches = await SuggestAsync(text, cancellation);
            _active = _matches.Count > 0 && !string.IsNullOrWhiteSpace(text) ? 0 : -1;
            _isSearching = false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A later keystroke, a choice or leaving the page has overtaken this search; its result is of no use.
        }
    }

    /// <summary>A whole document that was pasted by mistake is the name of nothing.</summary>
    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellation)
        => text?.Length > LongestName ? [] : await Suggest(text, cancellation);

    private CancellationToken StartSearch()
    {
        _search.Cancel();
        _search.Dispose();
        _search = new();
        return _search.Token;
    }

    private Task OnKeyDownAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true } or { IsComposing: true } => Task.CompletedTask,
        { Key: "ArrowDown" } when !_isOpen => OpenAsync(),
        { Key: "ArrowDown" } => Move(1),
        { Key: "ArrowUp" } => Move(-1),
        // The list may still be that of an earlier keystroke; what was typed since decides then.
        { Key: "Enter" } when OffersCreation => CreateAsync(),
        { Key: "Enter" } when _typed is not null && (_isSearching || !ShowsList) => CommitAsync(),
        { Key: "Enter" } when ShowsList && _active >= 0 => PickAsync(_matches[_active]),
        { Key: "Escape" } => Forget(),
        _ => Task.CompletedTask,
    };

    private Task Move(int places)
    {
        _active = _matches.Count == 0 ? -1 : Math.Clamp(_active + places, 0, _matches.Count - 1);
        return Task.CompletedTask;
    }

    private async Task PickAsync(RecordReference match)
    {
        Close();
        await Picked.InvokeAsync(match);
        if (KeepsOpen)
        {
            await FindAsync(null, TimeSpan.Zero);
        }
    }

    private Task CreateAsync()
    {
        var name = _typed;
        Close();
        return Create!(name);
    }

    private Task ClearAsync()
    {
        Close();
        return Typed.InvokeAsync("");
    }

    /// <summary>On leaving the box: text that names exactly one record is as good as choosing it.</summary>
    private async Task CommitAsync()
    {
        if (_typed?.Trim() is not { } text || text == Text)
        {
            Close();
            return;
        }

        if (KeepsOpen)
        {
            // The next value may be on its way already: the box is free at once, and whoever takes the text looks it up.
            Close();
            await Typed.InvokeAsync(text);
            return;
        }

        Close(keepTyped: true);
        var matches = text.Length == 0 ? [] : await SuggestAsync(text, CancellationToken.None);
        var named = matches.Where(match => match.IsNamed(text)).ToList();
        _typed = null;
        await (named is [var only] ? Picked.InvokeAsync(only) : Typed.InvokeAsync(text));
    }

    private Task Forget()
    {
        Close();
        return Task.CompletedTask;
    }

    private void Close(bool keepTyped = false)
    {
        StartSearch();
        _isOpen = false;
        _isSearching = false;
        _matches = [];
        _active = -1;
        _typed = keepTyped ? _typed : null;
    }
}

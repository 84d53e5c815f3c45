using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Editing;
using LowCodeErp.Formula.Text;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Formulas;

public sealed partial class FormulaBox : ComponentBase, IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.UI/Formulas/FormulaBox.razor.js";

    /// <summary>Who is in the middle of a word knows that it is not finished.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private ElementReference _root;
    private IJSObjectReference? _script;
    private DotNetObjectReference<FormulaBox>? _self;
    private string? _given;

    /// <summary>The formula as it is stored once the page has taken it over.</summary>
    private string _stored = "";
    private FormulaPlace? _placed;
    private string _shown = "";
    private string _typed = "";
    private string? _drawn;
    private int _keystrokes;
    private bool _isLeft;

    /// <summary>Before its script runs, what is typed would be lost.</summary>
    private bool _isReady;

    /// <summary>What may be read became known after somebody had begun to type.</summary>
    private bool _asksAgain;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>As it is stored.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>As it is to be stored, when the box is left.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Told of what stands in the box while somebody types. No event, since nothing around the box is drawn anew with every letter.</summary>
    [Parameter]
    public Action<string>? Typed { get; set; }

    /// <summary>Null as long as nobody knows what it may read.</summary>
    [Parameter, EditorRequired]
    public FormulaPlace? Place { get; set; }

    /// <summary>What was found wrong with the stored text besides, such as a field that has no place in such a formula.</summary>
    [Parameter]
    public IReadOnlyList<Diagnostic> Diagnostics { get; set; } = [];

    /// <summary>Null where a label names the box.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>Enter takes the formula instead of beginning a line.</summary>
    [Parameter]
    public bool CommitsOnEnter { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Inject]
    private IStringLocalizer<FormulaBox> Texts { get; set; } = null!;

    private IReadOnlyList<FormulaDiagnostic> Errors { get; set; } = [];

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private IEnumerable<FormulaMessage> Messages
    {
        get
        {
            var own = Errors.Select(error => new FormulaMessage(error.Severity, PartOf(error.Span), error.Message)).ToList();
            // What the compiler of the whole form says of a text that is typed over is of yesterday.
            return _typed == _shown
                ? own.Concat(Diagnostics.Where(other => !Errors.Any(error => error.Code == other.Code)).Select(other => new FormulaMessage(other.Severity, "", other.Message)))
                : own;
        }
    }

    /// <summary>Writes something where the caret stands.</summary>
    public async Task InsertAsync(string text, int caret)
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("insert", _root, text, caret);
        }
    }

    [JSInvokable]
    public FormulaLook Look(string text, int caret, bool isAsked, bool isQuiet)
    {
        ArgumentNullException.ThrowIfNull(text);
        _typed = text;
        if (Place is not { } place)
        {
            return FormulaLook.Of(text, SuggestionList.None, null, [], Culture);
        }

        var found = isQuiet ? SuggestionList.None : new Suggestions(place.Offered, place.Options, Culture).Find(text, caret, isAsked);
        var diagnostics = Check(place, text);
        _ = SaySoonAsync(diagnostics);
        Typed?.Invoke(text);
        return FormulaLook.Of(text, found, OpenCall.At(text, caret), diagnostics, Culture);
    }

    [JSInvokable]
    public async Task CommitAsync(string text)
    {
        _typed = text;
        _keystrokes++;
        var stored = Place?.Store(text) ?? text.Trim();
        var isChanged = stored != (Place?.Store(_stored) ?? _stored);
        _stored = isChanged ? stored : _stored;
        ShowStored();
        StateHasChanged();
        if (isChanged)
        {
            await TextChanged.InvokeAsync(stored);
        }
    }

    public async ValueTask DisposeAsync()
    {
        (_isLeft, _keystrokes) = (true, _keystrokes + 1);
        await _script.LeaveAsync();

        _self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        // A change of one's own is not undone by a page that is drawn before it has taken the change over.
        var isNew = Text != _given && Text != _stored;
        var isElsewhere = Place != _placed;
        _asksAgain |= _placed is null && Place is not null;
        (_given, _placed, _stored) = (Text, Place, isNew ? Text : _stored);
        // Somebody who types is not interrupted because something else has changed meanwhile.
        if (isNew || (isElsewhere && _typed == _shown))
        {
            ShowStored();
        }
    }

    /// <summary>The box may be left at any of its waits: somebody has chosen another field.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            if (_isLeft)
            {
                await script.DisposeAsync();
                return;
            }

            (_script, _self) = (script, DotNetObjectReference.Create(this));
            await script.InvokeVoidAsync("start", _root, _self);
        }

        if (_asksAgain && _script is not null && !_isLeft)
        {
            _asksAgain = false;
            await _script.InvokeVoidAsync("askAgain", _root);
        }

        if (_isLeft || _script is null || (_drawn == _shown && _isReady))
        {
            return;
        }

        _drawn = _shown;
        await _script.InvokeVoidAsync("show", _root, FormulaLook.Of(_shown, SuggestionList.None, null, Errors, Culture));
        if (!_isReady && !_isLeft)
        {
            _isReady = true;
            StateHasChanged();
        }
    }

    private void ShowStored()
    {
        var shown = Place?.Show(_stored, Culture) ?? _stored;
        IReadOnlyList<FormulaDiagnostic> errors = Place is { } place ? Check(place, shown) : [];
        // A box that shows just this already is left alone: a page has many, and all of them are asked after each change of the form.
        _drawn = shown == _typed && errors.SequenceEqual(Errors) ? _drawn : null;
        (_shown, _typed, Errors) = (shown, shown, errors);
    }

    /// <summary>Nothing is no mistake: the formula is left out then.</summary>
    private static IReadOnlyList<FormulaDiagnostic> Check(FormulaPlace place, string text) => string.IsNullOrWhiteSpace(text) ? [] : place.Compile(text).Diagnostics;

    private async Task SaySoonAsync(IReadOnlyList<FormulaDiagnostic> diagnostics)
    {
        var keystroke = ++_keystrokes;
        await Task.Delay(Pause);
        if (keystroke == _keystrokes)
        {
            Errors = diagnostics;
            StateHasChanged();
        }
    }

    private string PartOf(TextSpan span)
    {
        var (start, end) = (Math.Min(span.Start, _typed.Length), Math.Min(span.End, _typed.Length));
        return _typed[start..end];
    }
}

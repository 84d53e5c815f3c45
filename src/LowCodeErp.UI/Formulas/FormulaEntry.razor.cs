using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Building;
using LowCodeErp.Formula.Functions;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Formulas;

public sealed partial class FormulaEntry : ComponentBase, IDisposable
{
    private FormulaBox? _box;
    private string? _given;

    /// <summary>The formula as it is stored once the page has taken it over.</summary>
    private string _stored = "";

    /// <summary>As it is put together; it may have gaps. Null when the formula is more than that.</summary>
    private BuiltCondition.Group? _condition;

    /// <summary>What stands there, taken over or not.</summary>
    private string _typed = "";

    /// <summary>A sound condition that the builder cannot express.</summary>
    private bool _isMore;
    private bool _wantsFormula;
    private bool _showsFunctions;
    private bool _showsTrial;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>As it is stored, with keys of fields; blank for none.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Null as long as nobody knows what it may read; it is a plain text then.</summary>
    [Parameter, EditorRequired]
    public FormulaPlace? Place { get; set; }

    /// <summary>Null where something else names the box.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public IReadOnlyList<Diagnostic> Diagnostics { get; set; } = [];

    /// <summary>The box's name, where neither <see cref="Label"/> nor a label elsewhere is one.</summary>
    [Parameter]
    public string? BoxLabel { get; set; }

    /// <summary>Whether it can be tried on a record.</summary>
    [Parameter]
    public bool HasTrial { get; set; } = true;

    [Parameter]
    public bool CommitsOnEnter { get; set; }

    /// <summary>Whether a condition is typed at first, where most are too short for the builder.</summary>
    [Parameter]
    public bool BeginsAsFormula { get; set; }

    /// <summary>Null on a page that keeps no drafts of what is being typed.</summary>
    [CascadingParameter]
    private UnfinishedTexts? Unfinished { get; set; }

    [Inject]
    private IStringLocalizer<FormulaEntry> Texts { get; set; } = null!;

    private string LabelId => $"{Id}-label";

    private string HelpId => $"{Id}-help";

    private string DescribedBy => Help is null ? $"{Id}-said" : $"{HelpId} {Id}-said";

    private bool CanBuild => _condition is not null;

    private bool IsBuilding => CanBuild && !_wantsFormula;

    private string Sentence => _condition switch
    {
        null or { Items.Count: 0 } => "",
        { IsComplete: false } => Texts["Gaps"],
        { } whole => new ConditionSentence(
            path => SubjectFields.NameOf(Place!.Form, path), (path, value) => SubjectFields.NameOfOption(Place!.Form, path, value)).Of(whole).In(CultureInfo.CurrentUICulture),
    };

    public void Dispose() => Unfinished?.Forget(Id, LeaveAsync);

    protected override void OnInitialized() => _wantsFormula = BeginsAsFormula;

    protected override void OnParametersSet()
    {
        // A change of one's own is not undone by a page that is drawn before it has taken the change over.
        if (Text != _given && Text != _stored)
        {
            (_stored, _typed, _condition) = (Text, Text, null);
        }

        _given = Text;
        // What was put together here is not read again: it may have gaps, and a single question of any is one of all when it is read.
        _condition ??= Read();
        Unfinished?.Follow(Id, LeaveAsync);
    }

    private Task LeaveAsync(string text) => TextChanged.InvokeAsync(Place?.Store(text) ?? text.Trim());

    /// <summary>Nothing is a condition with everything still to be put together.</summary>
    private BuiltCondition.Group? Read()
    {
        var isSound = Place is { IsCondition: true } place && (string.IsNullOrWhiteSpace(_stored) || !place.Compile(_stored).HasErrors);
        var read = isSound && BuiltConditionReader.Read(Place!.Store(_stored)) is { } condition && SubjectFields.Knows(Place.Form, condition) ? condition : null;
        _isMore = isSound && read is null;
        return read;
    }

    private void Switch() => _wantsFormula = IsBuilding;

    private void Follow(string text)
    {
        var isDrawn = _showsTrial || _typed.Length == 0 || text.Length == 0;
        _typed = text;
        if (isDrawn)
        {
            StateHasChanged();
        }
    }

    private Task WriteAsync(string text)
    {
        (_stored, _typed, _wantsFormula) = (text, text, true);
        _condition = Read();
        return TextChanged.InvokeAsync(text);
    }

    /// <summary>Gaps are kept here until they are filled in; what was taken over before holds on so long.</summary>
    private async Task BuildAsync(BuiltCondition.Group condition)
    {
        var isAsked = Unfinished is { IsAsking: true };
        _condition = isAsked ? _condition : condition;
        if (condition.Items.Count > 0 && !condition.IsComplete)
        {
            return;
        }

        var text = condition.Items.Count == 0 ? "" : BuiltConditionWriter.Write(condition);
        if (text != _stored)
        {
            (_stored, _typed) = isAsked ? (_stored, _typed) : (text, text);
            await TextChanged.InvokeAsync(text);
        }
    }

    private async Task InsertAsync(FormulaFunction function)
    {
        var hasParameters = function.Signatures.Any(signature => signature.MaximumCount > 0);
        await _box!.InsertAsync(function.Name + "()", function.Name.Length + (hasParameters ? 1 : 2));
    }
}

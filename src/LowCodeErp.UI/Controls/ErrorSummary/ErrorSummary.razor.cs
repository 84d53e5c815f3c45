using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Controls.ErrorSummary;

/// <summary>
/// Everything that stands in the way, at the top of a form. The focus moves here when the list changes from empty to
/// not empty, and each entry leads to its field.
/// </summary>
public sealed partial class ErrorSummary
{
    private ElementReference _element;
    private bool _appeared;
    private string _page = "";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Diagnostic> Diagnostics { get; set; } = [];

    [Parameter]
    public string? Title { get; set; }

    /// <summary>The id of the element to mend, or null where there is none on the page.</summary>
    [Parameter]
    public Func<Diagnostic, string?>? TargetOf { get; set; }

    /// <summary>What an entry says; its message where nothing is given.</summary>
    [Parameter]
    public Func<Diagnostic, LocalizedText>? TextOf { get; set; }

    /// <summary>Somebody goes to what an entry speaks of; the page may have to uncover it.</summary>
    [Parameter]
    public EventCallback<Diagnostic> Followed { get; set; }

    /// <summary>False where the page moves the focus to the first field that has to be mended.</summary>
    [Parameter]
    public bool TakesFocus { get; set; } = true;

    private bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    protected override void OnParametersSet() => _page = Navigation.Uri.Split('#')[0];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var appears = Diagnostics.Count > 0;
        if (appears && !_appeared && TakesFocus)
        {
            await _element.FocusAsync();
        }

        _appeared = appears;
    }
}

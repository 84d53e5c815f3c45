using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Navigation;

/// <summary>
/// Catches what a page throws while it is shown: the frame stays usable, the person gets a reference number and the log gets
/// the exception under that number. Leaving for another address clears it.
/// </summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    private string _reference = "";
    private string _failedAt = "";

    [Inject]
    public required ILogger<PageErrorBoundary> Logger { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnParametersSet()
    {
        if (CurrentException is not null && Navigation.Uri != _failedAt)
        {
            Recover();
        }
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is JSDisconnectedException)
        {
            // The window was closed while something was being said to it: nobody is there to be told, and nothing is wrong.
            return Task.CompletedTask;
        }

        _reference = FailureReference.Create();
        _failedAt = Navigation.Uri;
        Logger.LogError(exception, "A page failed. Reference {Reference}", _reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FailureNotice>(1);
        builder.AddComponentParameter(2, nameof(FailureNotice.Reference), _reference);
        builder.CloseComponent();
    }
}

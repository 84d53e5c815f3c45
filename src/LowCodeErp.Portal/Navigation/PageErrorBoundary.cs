using LowCodeErp.Runtime.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Navigation;

/// <summary>
/// Catches what a page throws while it is shown: the frame stays usable, the person gets a reference number and the log gets
/// the exception under that number. Leaving for another address clears it. What is refused to who only looks on is no failure, and said in its own words.
/// </summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    private string _reference = "";
    private string _failedAt = "";

    [Inject]
    public required ILogger<PageErrorBoundary> Logger { get; set; }

    [Inject]
    public required CircuitLife Life { get; set; }

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
        ArgumentNullException.ThrowIfNull(exception);
        _failedAt = Navigation.Uri;
        if (IsOfAGonePage(exception))
        {
            // The window was closed while something was being done for it: nobody is there to be told, and nothing is wrong.
            Logger.LogDebug(exception, "Work for a page ended with it.");
        }
        else if (exception is not OnlyViewingException)
        {
            _reference = FailureReference.Create();
            Logger.LogError(exception, "A page failed. Reference {Reference}", _reference);
        }

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        if (CurrentException is OnlyViewingException refused)
        {
            builder.OpenComponent<OnlyViewingNotice>(1);
            builder.AddComponentParameter(2, nameof(OnlyViewingNotice.Message), refused.Message);
            builder.AddComponentParameter(3, nameof(OnlyViewingNotice.OnShowAgain), EventCallback.Factory.Create(this, Recover));
            builder.CloseComponent();
            return;
        }

        builder.OpenComponent<FailureNotice>(4);
        builder.AddComponentParameter(5, nameof(FailureNotice.Reference), _reference);
        builder.CloseComponent();
    }

    /// <summary>What was disposed of is an error like any other as long as somebody sits at the page.</summary>
    private bool IsOfAGonePage(Exception exception) => exception is JSDisconnectedException || (exception is ObjectDisposedException && Life.IsOver);
}

using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Flows;

/// <summary>What the pages of flows have in common: they follow what others do, for as long as they are open.</summary>
public abstract class FlowPageBase : ComponentBase
{
    protected Leaving Leaving { get; } = new();

    /// <summary>Does something that no event of the page asked for, on the page's own thread. Nobody awaits it: the page's error boundary shows what goes wrong.</summary>
    protected void Follow(Func<Task> work) => _ = InvokeAsync(async () =>
    {
        try
        {
            if (!Leaving.IsCancellationRequested)
            {
                await work();
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}

using Microsoft.JSInterop;

namespace LowCodeErp.UI.Extending;

/// <summary>How a component takes leave of its script.</summary>
public static class ScriptLeaving
{
    /// <summary>Lets go of a script, or of none. A window that is gone, or goes meanwhile, has taken the script with it.</summary>
    /// <param name="farewell">A function of the script that is called before.</param>
    public static async ValueTask LeaveAsync(this IJSObjectReference? script, string? farewell = null)
    {
        if (script is null)
        {
            return;
        }

        try
        {
            if (farewell is not null)
            {
                await script.InvokeVoidAsync(farewell);
            }

            await script.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // There is nothing left to be done.
        }
    }
}

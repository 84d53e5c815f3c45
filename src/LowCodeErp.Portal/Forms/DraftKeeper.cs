using LowCodeErp.Runtime.Drafts;
using LowCodeErp.UI.Extending;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Portal.Forms;

/// <summary>
/// Stores what somebody enters on one page, soon after each change and once more when the page is left. The browser sends a box that is
/// being typed in within a second, so that at most some 2 s of typing are not stored; 5 s are promised.
/// </summary>
public sealed class DraftKeeper(IDraftSlot slot, Func<string?> read, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Leaving _leaving = new();
    private Task _storing = Task.CompletedTask;
    private bool _isWaiting;

    /// <summary>What is stored, or on its way there.</summary>
    public string? Kept { get; private set; }

    /// <param name="kept">What is stored already.</param>
    public void StartFrom(string? kept) => Kept = kept;

    /// <summary>After a change.</summary>
    public void Touch()
    {
        if (!_isWaiting)
        {
            _isWaiting = true;
            _ = KeepSoonAsync();
        }
    }

    /// <summary>It was saved, or nobody wants it.</summary>
    public async Task DropAsync()
    {
        _isWaiting = false;
        Kept = null;
        await _storing;
        await Task.Run(() => slot.DropAsync());
    }

    /// <summary>Returns when all of it is stored; what comes later is not kept any more.</summary>
    public Task FinishAsync()
    {
        Dispose();
        return _storing;
    }

    public void Dispose()
    {
        _leaving.Dispose();
        if (_isWaiting)
        {
            Keep();
        }
    }

    private async Task KeepSoonAsync()
    {
        try
        {
            await Task.Delay(Pause, clock, _leaving.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left; leaving it stores what is there.
            return;
        }

        if (_isWaiting)
        {
            Keep();
        }
    }

    private void Keep()
    {
        _isWaiting = false;
        if (read() is var content && content != Kept)
        {
            Kept = content;
            _storing = StoreAsync(_storing, content);
        }
    }

    /// <summary>One after the other, so that the last one stays.</summary>
    private async Task StoreAsync(Task before, string? content)
    {
        await before;
        try
        {
            await Task.Run(() => content is null ? slot.DropAsync() : slot.KeepAsync(content));
        }
        catch (Exception exception)
        {
            // Whoever is typing cannot do anything about it, and the next change tries again.
            Kept = null;
            logger.LogWarning(exception, "The draft {Draft} could not be kept.", slot);
        }
    }
}

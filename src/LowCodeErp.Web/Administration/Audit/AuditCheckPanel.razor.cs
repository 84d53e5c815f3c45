using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>The check of the logs at the press of a button, while people work.</summary>
public sealed partial class AuditCheckPanel : IDisposable
{
    private readonly Leaving _leaving = new();
    private CancellationTokenSource? _running;
    private AuditProgress? _progress;
    private AuditVerdict? _verdict;

    [Inject]
    public required AuditCheck Checking { get; set; }

    [Inject]
    public required IAuditLog Audit { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
        _running?.Dispose();
    }

    private async Task CheckAsync()
    {
        (_progress, _verdict) = (new(0, 0), null);
        _running?.Dispose();
        _running = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var (token, progress) = (_running.Token, new Progress<AuditProgress>(Show));
        try
        {
            var verdict = await Task.Run(() => Checking.RunAsync(expected: null, progress, token), token);
            await Audit.WriteAsync(AuditNotes.Of(verdict, await Viewer.GetAsync()), token);
            _verdict = verdict;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Whoever presses cancel, or leaves, wants no verdict.
        }
        finally
        {
            _progress = null;
        }
    }

    private void Cancel() => _running?.Cancel();

    /// <summary>A report may come after the end.</summary>
    private void Show(AuditProgress progress)
    {
        if (_progress is not null && !_leaving.IsCancellationRequested)
        {
            _progress = progress;
            StateHasChanged();
        }
    }
}

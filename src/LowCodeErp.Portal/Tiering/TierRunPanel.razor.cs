using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.ProgressPanel;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Tiering;

/// <summary>
/// Starts a run, for whoever may see all that it is made of: it changes no data that people entered, it is kept with the name of whoever
/// started it, and business staff adjust their models themselves (R40).
/// </summary>
public sealed partial class TierRunPanel : IDisposable
{
    private CancellationTokenSource _work = new();
    private DateOnly _asOf;
    private bool _isDryRun;
    private bool _isRunning;
    private TierProgress _progress;
    private string? _said;
    private IReadOnlyList<Diagnostic> _problems = [];

    [Inject]
    public required TierRunner Runner { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public TierModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<TierRunResult> OnFinished { get; set; }

    /// <summary>Leaving the page stops the run; it is stored as a whole or not at all.</summary>
    public void Dispose()
    {
        _work.Cancel();
        _work.Dispose();
    }

    protected override void OnInitialized()
        => _asOf = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Workspace.TimeZone).DateTime);

    private async Task RunAsync()
    {
        _work.Dispose();
        _work = new();
        (_isRunning, _progress, _said, _problems) = (true, default, null, []);
        try
        {
            var options = new TierRunOptions(_asOf, _isDryRun, await CurrentActor.GetAsync());
            var diagnostics = new DiagnosticBag();
            var result = await Runner.RunAsync(Model, options, diagnostics, new ThrottledProgress<TierProgress>(Show, Clock), _work.Token);
            _problems = diagnostics.Items;
            if (result is null)
            {
                return;
            }

            _said = result.Stored is { } stored ? Text["Stored", result.Results.Count, stored.Changes] : Text["Rehearsed"];
            _isRunning = false;
            await OnFinished.InvokeAsync(result);
        }
        catch (OperationCanceledException)
        {
            // The person has stopped it; nothing is stored.
            _said = Text["Stopped"];
        }
        finally
        {
            _isRunning = false;
        }
    }

    private void Show(TierProgress progress) => _ = InvokeAsync(() =>
    {
        _progress = progress;
        StateHasChanged();
    });

    private void Cancel() => _work.Cancel();
}

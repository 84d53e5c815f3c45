using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Shell;

/// <summary>Says what publishing would change and concern, and publishes when that is what the person wants.</summary>
public sealed partial class PublishDialog : IDisposable
{
    private readonly Leaving _leaving = new();
    private PublishResult? _result;
    private bool _leavesBehind;
    private bool _isBusy;

    [Inject]
    public required Radzen.NotificationService Notifications { get; set; }

    [Parameter, EditorRequired]
    public Func<PublishOptions, CancellationToken, Task<PublishResult>> Publish { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnPublished { get; set; }

    /// <summary>Somebody else published the app meanwhile, and the person wants to merge; not offered where nobody listens.</summary>
    [Parameter]
    public EventCallback OnMerge { get; set; }

    private IReadOnlyList<Diagnostic> Errors => [.. (_result?.Diagnostics ?? []).Where(diagnostic => diagnostic.Severity == Severity.Error)];

    /// <summary>Whether all that stands in the way are values that the changed fields cannot hold.</summary>
    private bool CanLeaveBehind => Errors.Count > 0 && Errors.All(error => error.Code == PublishResult.LeftBehindCode);

    private bool CanMerge => OnMerge.HasDelegate && Errors.Any(error => error.Code == PublishResult.StaleCode);

    private bool CanPublish => _result is not null && !_isBusy && (Errors.Count == 0 || (CanLeaveBehind && _leavesBehind));

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync() => _result = await RunAsync(isRehearsal: true);

    private async Task PublishAsync()
    {
        _isBusy = true;
        var result = await RunAsync(isRehearsal: false);
        _isBusy = false;
        if (result.Version is null)
        {
            _result = result;
            return;
        }

        Notifications.Notify(Radzen.NotificationSeverity.Success, Text["Published", result.Version]);
        await OnPublished.InvokeAsync();
    }

    /// <summary>Away from the page's own thread, which goes on answering meanwhile.</summary>
    private Task<PublishResult> RunAsync(bool isRehearsal)
        => Task.Run(
            () => Publish(new() { IsRehearsal = isRehearsal, LeavesUnconverted = _leavesBehind }, isRehearsal ? _leaving.Token : CancellationToken.None), _leaving.Token);
}

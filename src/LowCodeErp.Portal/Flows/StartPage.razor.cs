using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.PageHeader;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LowCodeErp.Portal.Flows;

/// <summary>What the viewer can begin, what he began to enter, and where what he submitted is now.</summary>
public sealed partial class StartPage : IDisposable
{
    /// <summary>Each is opened, to know what he can do with it; the inbox lists all.</summary>
    private const int MostRunning = 10;

    private IReadOnlyList<FlowModel>? _flows;
    private IReadOnlyList<(FormModel Form, WindowDraft Draft)> _drafts = [];
    private IReadOnlyList<(InboxLine Line, FlowOffer Offer)> _running = [];
    private Diagnostic? _problem;
    private bool _isBusy;

    [Inject]
    public required ViewerFlows Flows { get; set; }

    [Inject]
    public required FlowWatch Watch { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private IReadOnlyList<BreadcrumbItem> Trail => [new(Text["Inbox"], FlowAddress.Inbox)];

    public void Dispose()
    {
        Watch.InstanceChanged -= OnInstanceChanged;
        Leaving.Dispose();
    }

    protected override void OnInitialized() => Watch.InstanceChanged += OnInstanceChanged;

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            _drafts = await Flows.ListDraftsAsync(Leaving.Token);
            await ReadRunningAsync();
            _flows = await Flows.ListStartableAsync(Leaving.Token);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
    }

    private async Task ReadRunningAsync()
    {
        var running = new List<(InboxLine, FlowOffer)>();
        foreach (var line in await Flows.ReadAsync(InboxList.Mine, query => query with { OnlyOpen = true, Take = MostRunning }, Leaving.Token))
        {
            running.Add((line, await Flows.OpenAsync(line.Entry.InstanceId, null, Leaving.Token) is FlowOpening.Opened opened ? opened.View.Offer : FlowOffer.None));
        }

        _running = running;
    }

    private void OnInstanceChanged(long id)
    {
        if (_running.Any(running => running.Line.Entry.InstanceId == id))
        {
            Follow(FollowAsync);
        }
    }

    private async Task FollowAsync()
    {
        if (!_isBusy)
        {
            await ReadRunningAsync();
            StateHasChanged();
        }
    }

    private async Task RemindAsync(InboxEntry entry)
        => await RunAsync(entry, new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = await Flows.ReadMemberIdAsync() }, "Reminded");

    private async Task WithdrawAsync(InboxEntry entry)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Withdraw"], CancelButtonText = Text["Cancel"] };
        if (await Dialogs.Confirm(Text["WithdrawQuestion", entry.Title], Text["Withdraw"], options) == true)
        {
            await RunAsync(entry, new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = await Flows.ReadMemberIdAsync() }, "Withdrawn");
        }
    }

    private async Task RunAsync(InboxEntry entry, FlowEvent.Command command, string done)
    {
        (_isBusy, _problem) = (true, null);
        try
        {
            if (await Flows.RunAsync(entry.InstanceId, command, null) is FlowResult.Refused refused)
            {
                _problem = refused.Diagnostic;
            }
            else
            {
                Notifications.Notify(NotificationSeverity.Success, Text[done, entry.Title]);
            }

            await ReadRunningAsync();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; what was done is done.
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Where it is now, and who is asked there.</summary>
    private string Describe(InboxLine line) => line switch
    {
        { WaitsAt: { } step, WaitsFor.Count: > 0 } => $"{line.Flow} · {Text["Progress", step, string.Join(Text["And"], line.WaitsFor)]}",
        { WaitsAt: { } step } => $"{line.Flow} · {step}",
        _ => $"{line.Flow} · {Local(line.Entry.At)}",
    };

    private string Local(DateTime utc) => LocalTime.Format(utc, Workspace.TimeZone);
}

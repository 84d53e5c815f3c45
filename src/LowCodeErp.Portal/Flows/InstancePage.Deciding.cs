using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using Radzen;

namespace LowCodeErp.Portal.Flows;

/// <summary>What is done with the buttons of the page. Each command has one id until it is known what became of it, so that pressing twice does nothing twice.</summary>
public sealed partial class InstancePage
{
    private static readonly string _choiceMissing = FlowDiagnostics.ChoiceMissing().Code;

    private Guid _commandId = Guid.NewGuid();

    /// <summary>At once where nothing more is to be said, else a dialog asks for it.</summary>
    private Task RunAsync(FlowOperation operation)
    {
        if (!Offer.Has(operation))
        {
            // Pressed while the page was told that it is too late; the page says so already.
            return Task.CompletedTask;
        }

        (_problems, _notice, _operationProblem) = ([], null, null);
        if (OperationDialog.Asks(operation))
        {
            _operation = operation;
            return Task.CompletedTask;
        }

        return RunAsync(NewDecision(operation));
    }

    private void CloseDialog() => (_operation, _operationProblem) = (null, null);

    private Task RunAsync(OperationChoice choice) => RunAsync(choice.ToEvent(_view!.Seat?.Id ?? 0, _commandId));

    private FlowEvent.Command NewDecision(FlowOperation operation) => new OperationChoice(operation) { Opinion = Blank(_opinion) }.ToEvent(_view!.Seat?.Id ?? 0, _commandId);

    private async Task RunAsync(FlowEvent.Command command)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        StateHasChanged();
        try
        {
            var ready = command with { ActorId = await Flows.ReadMemberIdAsync() };
            var record = TakesRecord(ready) && IsDirty && await _uploads.WaitAsync() ? _draft?.ToInput() : null;
            await TakeAsync(ready, await Flows.RunAsync(Id, ready, record), record);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static bool TakesRecord(FlowEvent.Command command) => command is FlowEvent.Approve or FlowEvent.Complete or FlowEvent.KeepDraft;

    private async Task TakeAsync(FlowEvent.Command command, FlowResult result, RecordInput? record)
    {
        if (result is FlowResult.Done)
        {
            _commandId = Guid.NewGuid();
            CloseDialog();
            (_draft, _opinion, _keptOpinion) = (null, "", "");
            Notifications.Notify(NotificationSeverity.Success, Text["Done", Words[$"Operation.{OperationChoice.Of(command)}"]]);
            await GoOnAsync(command);
            return;
        }

        var refused = (FlowResult.Refused)result;
        _commandId = Guid.NewGuid();
        if (refused.Record is SaveResult.Unconfirmed open && record is not null && await WarningsDialog.AskAsync(Dialogs, Text["Warnings"], open.Warnings))
        {
            var confirmed = record.Confirming(open.Warnings);
            await TakeAsync(command, await Flows.RunAsync(Id, command with { CommandId = _commandId }, confirmed), confirmed);
            return;
        }

        await ReportAsync(refused);
    }

    private async Task ReportAsync(FlowResult.Refused refused)
    {
        if (_operation is not null)
        {
            _operationProblem = refused.Diagnostic;
        }
        else if (refused.Diagnostic.Code == _choiceMissing)
        {
            (_operation, _operationProblem) = (FlowOperation.Approve, refused.Diagnostic);
            return;
        }
        else
        {
            _problems = refused.Record is SaveResult.Invalid invalid ? [.. invalid.Problems.Select(problem => problem.Diagnostic)] : [refused.Diagnostic];
            _draft?.SetDiagnostics(_problems);
        }

        var before = _view!;
        await LoadAsync();
        if (_view is { } view && view.State.Instance.Version != before.State.Instance.Version && before.IsHisTurn && !view.IsHisTurn)
        {
            (_notice, _problems) = (Describe(before, view), []);
            CloseDialog();
        }
    }

    /// <summary>To the next task where he wants that; else what became of this one.</summary>
    private async Task GoOnAsync(FlowEvent.Command command)
    {
        if (_opensNext && command is FlowEvent.Approve or FlowEvent.Reject or FlowEvent.Complete or FlowEvent.SendBack
            && await Flows.ReadAsync(InboxList.ToDo, query => query with { Take = 1 }, Leaving.Token) is [{ Entry: var next }, ..])
        {
            Navigation.NavigateTo(FlowAddress.Of(next.InstanceId, (int)next.PartId));
            return;
        }

        await LoadAsync();
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

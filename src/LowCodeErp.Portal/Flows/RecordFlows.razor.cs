using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Flows;

/// <summary>The flows that a record goes or went through, and those that it can be submitted to.</summary>
public sealed partial class RecordFlows : IDisposable
{
    private const int MostInstances = 5;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<FlowInstance> _instances = [];
    private IReadOnlyList<(FlowModel Flow, FlowStart Start)> _starts = [];
    private Diagnostic? _problem;
    private (FormModel Form, long Id, long Version) _shown;
    private bool _isBusy;

    /// <summary>The same for a button that is pressed twice.</summary>
    private Guid _commandId = Guid.NewGuid();

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public long RecordId { get; set; }

    [Parameter, EditorRequired]
    public long Version { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Whether the record on the page is another than the stored one, which is what would be submitted.</summary>
    [Parameter]
    public bool IsDirty { get; set; }

    [Inject]
    public required ViewerFlows Flows { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Form, RecordId, Version) || !RendererInfo.IsInteractive)
        {
            return;
        }

        _shown = (Form, RecordId, Version);
        try
        {
            _instances = [.. (await Flows.ListAsync(RecordId, _leaving.Token)).Take(MostInstances)];
            var running = _instances.Where(instance => !instance.HasEnded).Select(instance => instance.Flow).ToHashSet();
            _starts = !MayEdit ? [] : [.. Flows.Flows.Where(flow => flow.Form.Key == Form.Key && (flow.Definition.Concurrent || !running.Contains(flow.Key)))
                .SelectMany(flow => flow.Starts.Where(ViewerFlows.IsPressed).Select(start => (flow, start)))];
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
    }

    private async Task SubmitAsync(FlowModel flow, FlowStart start)
    {
        (_isBusy, _problem) = (true, null);
        var result = await Flows.StartAsync(flow.Key, RecordId, start.On == FlowTrigger.Button ? start.Key : null, _commandId);
        (_isBusy, _commandId) = (false, Guid.NewGuid());
        switch (result)
        {
            case FlowResult.Done done:
                Navigation.NavigateTo(FlowAddress.Of(done.InstanceId, null));
                break;
            case FlowResult.Refused refused:
                _problem = refused.Diagnostic;
                break;
        }
    }

    private string LabelOf(FlowInstance instance) => Flows.Flows.FirstOrDefault(flow => flow.Key == instance.Flow)?.Label.ToString() ?? instance.Flow;
}

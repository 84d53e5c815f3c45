using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Flows;

/// <summary>Asks for what an operation needs to know beside the opinion: whom, where to, in which order.</summary>
public sealed partial class OperationDialog
{
    private const string Previous = "";
    private const string Initiator = "@initiator";

    private readonly List<RecordReference> _people = [];
    private readonly HashSet<int> _seats = [];
    private string _place = Previous;
    private string _opinion = "";
    private SeatMode _mode = SeatMode.All;
    private bool _straightBack;

    [Parameter, EditorRequired]
    public FlowOperation Operation { get; set; }

    [Parameter, EditorRequired]
    public FlowOffer Offer { get; set; } = FlowOffer.None;

    [Parameter, EditorRequired]
    public FlowView View { get; set; } = null!;

    /// <summary>What stands on the page already.</summary>
    [Parameter]
    public string Opinion { get; set; } = "";

    [Parameter, EditorRequired]
    public Func<long?, string?> NameOf { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string?, CancellationToken, Task<IReadOnlyList<RecordReference>>> Suggest { get; set; } = null!;

    /// <summary>Why it was refused; null for nothing. For a choice that was missing, whom to choose for which step.</summary>
    [Parameter]
    public Diagnostic? Problem { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<OperationChoice> OnDone { get; set; }

    /// <summary>Whether the operation needs more than an opinion, or takes something from people that they might miss.</summary>
    public static bool Asks(FlowOperation operation) => operation is FlowOperation.SendBack or FlowOperation.Transfer or FlowOperation.Entrust or FlowOperation.AddBefore or FlowOperation.AddAfter
        or FlowOperation.AddBeside or FlowOperation.RemoveSeats or FlowOperation.Copy or FlowOperation.Withdraw;

    private bool TakesOne => Operation is FlowOperation.Transfer or FlowOperation.Entrust;

    private bool TakesPeople => TakesOne || Operation is FlowOperation.AddBefore or FlowOperation.AddAfter or FlowOperation.AddBeside or FlowOperation.Copy or FlowOperation.Approve or FlowOperation.Resubmit;

    private bool IsComplete => Operation == FlowOperation.RemoveSeats ? _seats.Count > 0 : !TakesPeople || _people.Count > 0;

    protected override void OnInitialized()
    {
        _opinion = Opinion;
        _place = Offer.ToPrevious ? Previous : Offer.Targets.Count > 0 ? Offer.Targets[^1].Key : Initiator;
        _seats.UnionWith(Offer.Removable.Count == 1 ? Offer.Removable : []);
    }

    private void Add(RecordReference person)
    {
        if (TakesOne)
        {
            _people.Clear();
        }

        if (!_people.Exists(known => known.Id == person.Id))
        {
            _people.Add(person);
        }
    }

    private void Toggle(int seat)
    {
        if (!_seats.Remove(seat))
        {
            _seats.Add(seat);
        }
    }

    private Task DoAsync()
    {
        ImmutableArray<long> members = [.. _people.Select(person => person.Id)];
        return OnDone.InvokeAsync(new(Operation)
        {
            Opinion = string.IsNullOrWhiteSpace(_opinion) ? null : _opinion.Trim(),
            Members = members,
            Mode = _mode,
            Targets = _place is Previous or Initiator ? [] : [_place],
            ToInitiator = _place == Initiator,
            StraightBack = _straightBack,
            Seats = [.. _seats],
            Choices = Problem is { Path: { Length: > 0 } block } && Operation is FlowOperation.Approve or FlowOperation.Resubmit
                ? ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty.Add(block, members)
                : ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty,
        });
    }
}

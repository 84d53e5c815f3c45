using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Finds rows without looking through all of them.</summary>
internal sealed partial class FlowWork
{
    private readonly Dictionary<int, List<int>> _children = [];
    private readonly Dictionary<int, List<int>> _seats = [];
    private readonly Dictionary<int, List<int>> _timers = [];
    private readonly Dictionary<(string? Block, string? Branch), List<int>> _activations = [];

    public FlowScope Trunk => Activations(null, null)[^1];

    public IReadOnlyList<FlowScope> ChildrenOf(int scopeId) => [.. List(_children, scopeId).Select(id => Scopes[id])];

    public IReadOnlyList<FlowScope> LiveChildrenOf(int scopeId) => [.. ChildrenOf(scopeId).Where(scope => scope.Status == ScopeStatus.Live)];

    public IReadOnlyList<FlowSeat> SeatsOf(int scopeId) => [.. List(_seats, scopeId).Select(id => Seats[id])];

    public IReadOnlyList<FlowTimer> TimersOf(int scopeId) => [.. List(_timers, scopeId).Select(id => Timers[id])];

    /// <summary>Every scope of a block or branch, the oldest first.</summary>
    public IReadOnlyList<FlowScope> Activations(string? block, string? branch)
        => _activations.TryGetValue((block, branch), out var ids) ? [.. ids.Select(id => Scopes[id])] : [];

    public FlowScope? LastActivation(string? block) => _activations.TryGetValue((block, null), out var ids) ? Scopes[ids[^1]] : null;

    public FlowSequence SequenceOf(FlowScope scope) => scope.Branch is null
        ? Model.Trunk
        : Model.Blocks[scope.Block!].Ways.First(branch => branch.Key == scope.Branch).Sequence;

    public FlowScope Add(FlowScope scope)
    {
        var added = scope with { Generation = _activations.TryGetValue((scope.Block, scope.Branch), out var earlier) ? earlier.Count + 1 : 1 };
        Scopes.Add(added.Id, added);
        Index(added);
        return added;
    }

    public void Add(FlowSeat seat)
    {
        Seats.Add(seat.Id, seat);
        List(_seats, seat.ScopeId).Add(seat.Id);
    }

    public void Add(FlowTimer timer)
    {
        Timers.Add(timer.Id, timer);
        List(_timers, timer.ScopeId).Add(timer.Id);
    }

    public FlowScope Set(FlowScope scope) => Scopes[scope.Id] = scope;

    public FlowSeat Set(FlowSeat seat) => Seats[seat.Id] = seat;

    private static List<int> List(Dictionary<int, List<int>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }

    private void Index(FlowScope scope)
    {
        if (scope.ParentId is { } parent)
        {
            List(_children, parent).Add(scope.Id);
        }

        if (!_activations.TryGetValue((scope.Block, scope.Branch), out var activations))
        {
            _activations[(scope.Block, scope.Branch)] = activations = [];
        }

        activations.Add(scope.Id);
    }
}

using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>The way of a token through an instance: as it went, not as it is drawn (rule 23).</summary>
internal static class FlowPaths
{
    /// <summary>The last steps before this one at which people acted; several after a join, none at the beginning.</summary>
    public static IReadOnlyList<FlowScope> Previous(FlowWork work, FlowScope scope)
    {
        for (var next = scope.AfterId; next is { } id; next = work.Scopes[id].AfterId)
        {
            var tails = Tails(work, work.Scopes[id]);
            if (tails.Count > 0)
            {
                return tails;
            }
        }

        return [];
    }

    public static bool HasActed(FlowWork work, FlowScope scope)
        => work.SeatsOf(scope.Id).Any(seat => seat is { Status: SeatStatus.Approved or SeatStatus.Completed or SeatStatus.Rejected, DecidedById: not null });

    /// <summary>The block of a sequence in which another stands, or that it is; null where it stands elsewhere.</summary>
    public static FlowBlock? In(FlowSequence sequence, FlowBlock block)
    {
        for (FlowBlock? at = block; at is not null; at = at.Within.Owner)
        {
            if (at.Within == sequence)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The last steps within a scope at which people acted.</summary>
    private static IReadOnlyList<FlowScope> Tails(FlowWork work, FlowScope scope)
    {
        if (work.Model.Blocks[scope.Block!] is FlowBlock.Leaf)
        {
            return scope.Status == ScopeStatus.Done && HasActed(work, scope) ? [scope] : [];
        }

        // Of a loop the last round alone: every round ends with the same steps.
        var branches = work.ChildrenOf(scope.Id);
        return [.. (work.Model.Blocks[scope.Block!] is FlowBlock.Repetition ? branches.TakeLast(1) : branches).SelectMany(branch => TailsOfBranch(work, branch))];
    }

    private static IReadOnlyList<FlowScope> TailsOfBranch(FlowWork work, FlowScope branch)
    {
        var walked = branch.Status == ScopeStatus.Carried
            ? work.Activations(branch.Block, branch.Branch).LastOrDefault(earlier => earlier.Status == ScopeStatus.Done) ?? branch
            : branch;
        return work.ChildrenOf(walked.Id).Reverse().Select(block => Tails(work, block)).FirstOrDefault(tails => tails.Count > 0) ?? [];
    }
}

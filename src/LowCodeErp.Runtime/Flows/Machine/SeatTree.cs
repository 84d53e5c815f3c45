using System.Globalization;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Votes;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>The seats of one step as a tree of groups, and what they have come to.</summary>
internal sealed class SeatTree
{
    private const string AdvisorySuffix = "/advisory";
    private const char BatchMark = '#';

    private readonly Dictionary<(int? Owner, SeatOrigin Origin), SeatGroup> _groups;
    private readonly Dictionary<SeatGroup, VoteResult> _results = [];

    public SeatTree(FlowWork work, FlowScope scope, TaskSettings settings)
    {
        // Whoever adds before himself again had the earlier ones decide first: only the last of them still have a say.
        _groups = work.SeatsOf(scope.Id).GroupBy(seat => PlaceOf(work, seat)).GroupBy(group => (group.Key.Owner, group.Key.Origin)).ToDictionary(
            added => added.Key,
            added => MakeGroup(added.Key, [.. added.MaxBy(group => group.Key.Batch)!.OrderBy(seat => seat.Order).ThenBy(seat => seat.Id)], settings));
    }

    /// <summary>Those of the model first.</summary>
    public IEnumerable<SeatGroup> Groups => _groups.Values.OrderBy(group => group.Owner ?? 0);

    /// <summary>Of the step; nobody to ask where there are no seats at all.</summary>
    public VoteResult Result => _groups.TryGetValue((null, SeatOrigin.Model), out var model) ? ResultOf(model) : VoteResult.Empty;

    /// <param name="batch">Tells apart what one seat added at different times.</param>
    public static string ModeText(FlowEvent.AddSeats command, int batch)
        => string.Create(CultureInfo.InvariantCulture, $"{command.Mode}{(command.Advisory ? AdvisorySuffix : "")}{BatchMark}{batch}");

    /// <summary>Seats that were added beside one belong to its group.</summary>
    public static (int? Owner, SeatOrigin Origin, int Batch) PlaceOf(FlowWork work, FlowSeat seat)
    {
        var at = seat;
        while (at.Origin == SeatOrigin.AddedBeside)
        {
            at = work.Seats[at.AddedById!.Value];
        }

        return (at.AddedById, at.Origin, at.AddedMode?.Split(BatchMark) is [_, var batch] ? int.Parse(batch, CultureInfo.InvariantCulture) : 0);
    }

    /// <summary>The group that a seat decides with; null for one that has no say any more, since others were added after it had decided.</summary>
    public SeatGroup? GroupOf(FlowSeat seat) => Groups.FirstOrDefault(group => group.Seats.Any(other => other.Id == seat.Id));

    /// <summary>The seats that one added after itself.</summary>
    public IReadOnlyList<FlowSeat> After(FlowSeat seat) => _groups.TryGetValue((seat.Id, SeatOrigin.AddedAfter), out var after) ? after.Seats : [];

    public VoteResult ResultOf(SeatGroup group)
    {
        if (!_results.TryGetValue(group, out var result))
        {
            _results[group] = result = group.Rule.Decide([.. group.Seats.Where(Counts).Select(seat => new Vote(VerdictOf(seat), seat.Weight, seat.HasVeto, seat.HasFiat))]);
        }

        return result;
    }

    /// <summary>What a seat says: an approval counts only once those added after it approve too.</summary>
    public Verdict VerdictOf(FlowSeat seat) => seat.Status switch
    {
        SeatStatus.Approved or SeatStatus.Completed => _groups.TryGetValue((seat.Id, SeatOrigin.AddedAfter), out var after) ? VerdictOf(ResultOf(after)) : Verdict.Approved,
        SeatStatus.Skipped => Verdict.Approved,
        SeatStatus.Rejected or SeatStatus.Returned => Verdict.Rejected,
        _ => Verdict.Undecided,
    };

    /// <summary>Seats that were removed, closed, or left out for the initiator's sake are none.</summary>
    private static bool Counts(FlowSeat seat)
        => seat.Status is not (SeatStatus.Removed or SeatStatus.Cancelled) && (seat.Status != SeatStatus.Skipped || seat.Reason == FlowReasons.Duplicate);

    private static Verdict VerdictOf(VoteResult result) => result switch
    {
        VoteResult.Undecided => Verdict.Undecided,
        VoteResult.Failed => Verdict.Rejected,
        _ => Verdict.Approved,
    };

    private static SeatGroup MakeGroup((int? Owner, SeatOrigin Origin) place, IReadOnlyList<FlowSeat> seats, TaskSettings settings)
    {
        if (place.Owner is null)
        {
            return new(null, place.Origin, seats, VoteRule.Of(settings), false);
        }

        var mode = seats.First(seat => seat.AddedMode is not null).AddedMode!.Split(BatchMark)[0];
        return new(place.Owner, place.Origin, seats, new(Enum.Parse<SeatMode>(mode.Split('/')[0])), mode.EndsWith(AdvisorySuffix, StringComparison.Ordinal));
    }
}

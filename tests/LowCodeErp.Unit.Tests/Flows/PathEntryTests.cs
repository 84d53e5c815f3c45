using LowCodeErp.Portal.Flows;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>What whoever has a page open is told of what happened meanwhile.</summary>
public sealed class PathEntryTests
{
    private const long Clerk = 1;
    private const long Boss = 2;

    [Theory]
    [InlineData(FlowActions.Approved, Boss, "Boss approved")]
    // Time ran out: it was nobody, least of all whoever submitted it.
    [InlineData(FlowActions.Approved, null, "- approved")]
    [InlineData(FlowActions.Withdrawn, Clerk, "Clerk withdrawn")]
    public void News_AreWhatTookTheTaskAway_AndNeitherWhatWasKnownNorWhatFollowedByItself(string action, long? who, string told)
    {
        FlowHistory[] history = [Entry(1, FlowActions.Submitted, Clerk), Entry(2, FlowActions.Asked, null), Entry(3, action, who), Entry(4, FlowActions.Left, null), Entry(5, FlowActions.Ended, null)];

        var news = PathEntry.NewsOf(Of(Approve("a", "A")), history, known: 2, NameOf)!;

        Assert.Equal(told, $"{news.Who ?? "-"} {news.Entry.Action}");
        Assert.Null(PathEntry.NewsOf(Of(Approve("a", "A")), history, known: 5, NameOf));
    }

    private static string? NameOf(long? id) => id switch { Clerk => "Clerk", Boss => "Boss", _ => null };

    private static FlowHistory Entry(int id, string action, long? actor) => new() { Id = id, At = DateTime.UnixEpoch, Action = action, ActorId = actor, CommandId = Guid.Empty };
}

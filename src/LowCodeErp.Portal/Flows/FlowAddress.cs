using System.Globalization;
using LowCodeErp.Runtime.Flows.Inbox;

namespace LowCodeErp.Portal.Flows;

/// <summary>Where the pages of flows are, within this site and without a leading slash.</summary>
public static class FlowAddress
{
    public const string Inbox = "inbox";
    public const string Start = "start";

    public static string Of(InboxList list) => list == InboxList.ToDo ? Inbox : $"{Inbox}/{NameOf(list)}";

    /// <param name="seatId">Of the task that is to be shown; null where he only looks.</param>
    public static string Of(long instanceId, int? seatId)
        => seatId is { } seat ? string.Create(CultureInfo.InvariantCulture, $"instances/{instanceId}/tasks/{seat}") : string.Create(CultureInfo.InvariantCulture, $"instances/{instanceId}");

    /// <summary>As addresses name a list; null for the list of tasks.</summary>
    public static InboxList? Find(string? name)
        => name is null ? InboxList.ToDo : Enum.GetValues<InboxList>().Where(list => NameOf(list) == name).Select(list => (InboxList?)list).FirstOrDefault();

    private static string NameOf(InboxList list) => list.ToString().ToLowerInvariant();
}

using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What the machine knows of the world; fixed for one command.</summary>
/// <param name="Now">In UTC.</param>
/// <param name="Zone">Of the workspace; days begin in it.</param>
public sealed record FlowFacts(DateTime Now, Organisation Organisation, WorkingCalendar Calendar, TimeZoneInfo Zone)
{
    /// <summary>Whether somebody else than the flow has changed the record since the last event; earlier approvals do not count for removing duplicates then (rule 39).</summary>
    public bool FormChanged { get; init; }

    /// <summary>Of the record, as it is decided upon; null where nothing of the flow depends on it.</summary>
    public long? RecordVersion { get; init; }
}

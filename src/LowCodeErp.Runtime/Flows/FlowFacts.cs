using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What the machine knows of the world; fixed for one command.</summary>
/// <param name="Now">In UTC.</param>
/// <param name="Zone">Of the workspace; days begin in it.</param>
public sealed record FlowFacts(DateTime Now, Organisation Organisation, WorkingCalendar Calendar, TimeZoneInfo Zone);

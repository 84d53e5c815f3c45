namespace LowCodeErp.Data.Platform;

/// <summary>The door through which a change came in.</summary>
public enum HistoryThrough
{
    Page,
    Import,
    Command,
    Seed,
    Tier,
    Publication,
    HandOver,
    Flow,
}

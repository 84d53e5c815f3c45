namespace LowCodeErp.Runtime.Records;

/// <summary>Through which door a change came; the history keeps it.</summary>
public enum ChangeSource
{
    Page,
    Import,
    Command,
    Seed,

    /// <summary>Computed anew, because a formula was published.</summary>
    Publication,

    /// <summary>A successor took the place of a leaver.</summary>
    HandOver,

    /// <summary>A flow did it, of its own accord or by a decision in it.</summary>
    Flow,
}

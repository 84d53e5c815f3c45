namespace LowCodeErp.Runtime.Workspaces;

public sealed record PublishOptions
{
    public static PublishOptions None { get; } = new();

    /// <summary>Does everything that publishing does, tells what came of it, and takes it back.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Goes on although a changed field cannot hold all values: those stay in the old column, which is kept.</summary>
    public bool LeavesUnconverted { get; init; }

    /// <summary>The version whose definitions are published again.</summary>
    public long? RestoredVersion { get; init; }

    /// <summary>
    /// The version of the app that its author began with, 0 for one that was not there. Publishing is refused when another is in force: it
    /// would take back what somebody else published meanwhile. Null does not ask.
    /// </summary>
    public long? BasedOn { get; init; }

    /// <summary>Told how many stored records have been computed anew, where a formula is new or changed.</summary>
    public IProgress<int>? Progress { get; init; }
}

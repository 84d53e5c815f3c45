namespace LowCodeErp.Runtime.Scripting;

/// <summary>How much of the machine scripts may have; the section <c>Scripts</c> of the settings.</summary>
public sealed record ScriptSettings
{
    /// <summary>Scripts that run at the same time, each in a process.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Scripts that may wait for a worker; more are refused at once.</summary>
    public int Waiting { get; init; } = 100;

    public double DeadlineSeconds { get; init; } = 5;

    /// <summary>The longest deadline that a request can ask for; a longer one is cut to it.</summary>
    public double MaximumDeadlineSeconds { get; init; } = 60;

    /// <summary>Of the objects of one script.</summary>
    public int MemoryMegabytes { get; init; } = 128;

    /// <summary>A worker that holds more than this between scripts is replaced. One that has just started holds about 40.</summary>
    public int WorkerMegabytes { get; init; } = 250;

    /// <summary>Scripts that a worker runs before it is replaced.</summary>
    public int Uses { get; init; } = 500;
}

namespace LowCodeErp.BuiltIns.FlowNodes.Wait;

public sealed record WaitSettings
{
    public const int MostHours = 24 * 366 * 10;

    /// <summary>Name of the event; never missing.</summary>
    public string? Event { get; init; }

    /// <summary>How long at most; null for as long as it takes.</summary>
    public decimal? Hours { get; init; }
}

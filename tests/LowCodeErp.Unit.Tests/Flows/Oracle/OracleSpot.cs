namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>One visit of a block.</summary>
internal sealed class OracleSpot(Plan plan, OracleWay within)
{
    public Plan Plan => plan;

    public OracleWay Within => within;

    /// <summary>One for each branch that was begun, of a loop one for each round.</summary>
    public List<(int Branch, OracleWay Way)> Ways { get; } = [];

    public OracleGroup? Seats { get; set; }

    /// <summary>Null: undecided; <c>through</c>, <c>rejected</c>, <c>returned</c>.</summary>
    public string? Outcome { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Whether a person decided here, as opposed to the clock.</summary>
    public bool WasActed => Seats?.All.Any(seat => seat is { State: 'y' or 'n', IsByPerson: true }) == true;

    /// <summary>Something in it is still going on.</summary>
    public bool IsLive => !IsCancelled && (Outcome is null || Ways.Exists(way => way.Way.IsLive));
}

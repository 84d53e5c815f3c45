namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>One person's say in a step.</summary>
internal sealed class OracleSeat
{
    public required char Holder { get; set; }

    public OracleSeat? AddedBy { get; init; }

    /// <summary>w(aiting), o(pen), y(es), n(o), x (closed without a word).</summary>
    public char State { get; set; } = 'w';

    public bool WasOpened { get; set; }

    /// <summary>Whether somebody decided, as opposed to the clock or to those who were asked before.</summary>
    public bool IsByPerson { get; set; }

    /// <summary>The last one; those that it asked earlier are in <see cref="Asked"/>.</summary>
    public OracleGroup? Before
    {
        get;
        set
        {
            Asked.AddRange(field is null ? [] : [field]);
            field = value;
        }
    }

    public List<OracleGroup> Asked { get; } = [];

    public OracleGroup? After { get; set; }

    /// <summary>When it decides by itself; null for never.</summary>
    public decimal? Due { get; set; }

    /// <summary>What was left of its time when it had to wait; null while it runs.</summary>
    public decimal? Left { get; set; }

    public int Depth => AddedBy is null ? 0 : AddedBy.Depth + 1;
}

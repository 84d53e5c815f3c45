namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Why there is a seat. Stored by name.</summary>
public enum SeatOrigin
{
    Model,

    /// <summary>前加签.</summary>
    AddedBefore,

    /// <summary>后加签.</summary>
    AddedAfter,

    /// <summary>并加签.</summary>
    AddedBeside,
}

namespace LowCodeErp.Runtime.Rollups;

/// <summary>What is made of the records that refer to one.</summary>
public enum RollupOperation
{
    Sum,

    /// <summary>How many records.</summary>
    Count,

    /// <summary>How many different values, blanks not counted.</summary>
    Distinct,

    Min,
    Max,
    Average,

    /// <summary>The value of the first record in an order.</summary>
    First,

    Last,
}

namespace LowCodeErp.Formula.Analysis;

/// <summary>What a boundary is counted from. Boundaries of different anchors have no order that holds on every day.</summary>
internal enum Anchor
{
    /// <summary>Written out.</summary>
    None,

    /// <summary>Days from today.</summary>
    Today,

    /// <summary>The start of a day counted from today, as a moment.</summary>
    StartOfToday,

    /// <summary>Ticks from now.</summary>
    Now,
}

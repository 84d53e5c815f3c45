namespace LowCodeErp.Runtime.Tiering;

/// <summary>The days whose orders count, both inclusive.</summary>
/// <param name="From">Null: from the first order on.</param>
public readonly record struct TierWindow(DateOnly? From, DateOnly To)
{
    /// <summary>
    /// Twelve months up to 2024-02-29 begin on 2023-03-01: the day after the same day of the earlier month, or after that month's
    /// last day.
    /// </summary>
    public static TierWindow Of(int? months, DateOnly asOf)
    {
        var monthsSinceYearOne = ((asOf.Year - 1) * 12) + asOf.Month - 1;
        return months is { } count && count <= monthsSinceYearOne ? new(asOf.AddMonths(-count).AddDays(1), asOf) : new(null, asOf);
    }
}

namespace LowCodeErp.BuiltIns.Fields.Rating;

public sealed record RatingSettings
{
    /// <summary>How many stars there are, from 2 to 10.</summary>
    public int Maximum { get; init; } = 5;
}

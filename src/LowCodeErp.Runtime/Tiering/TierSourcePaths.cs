namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where the figures of a run came from, as the paths of the model.</summary>
public sealed record TierSourcePaths(
    string Form,
    string Subject,
    string Date,
    string? Order,
    string Amount,
    string? Status,
    IReadOnlyList<string> ExcludedStatuses,
    string? Deduction)
{
    public static TierSourcePaths Of(TierSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(
            source.Form.Key, source.Subject.Text, source.Date.Text, source.Order?.Text, source.Amount.Text,
            source.Status?.Text, source.ExcludedStatuses, source.Deduction?.Text);
    }
}

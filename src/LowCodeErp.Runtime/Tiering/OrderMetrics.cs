namespace LowCodeErp.Runtime.Tiering;

/// <summary>What the orders of one record add up to in the window of a run.</summary>
/// <param name="Code">Breaks ties, see <see cref="CodePointOrder"/>; the code of the record, else its title, else its id.</param>
/// <param name="Orders">Distinct orders that count; 0 when there is none, then the dates are null and the total is 0.</param>
/// <param name="Total">In units of 1/10^<see cref="TierSource.Scale"/> of the currency, so that adding up is exact.</param>
public sealed record OrderMetrics(long SubjectId, string Code, string Title, int Orders, DateOnly? FirstDate, DateOnly? LastDate, long Total)
{
    public bool HasOrders => Orders > 0;
}

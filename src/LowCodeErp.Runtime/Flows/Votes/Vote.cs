namespace LowCodeErp.Runtime.Flows.Votes;

/// <summary>A seat that counts.</summary>
/// <param name="Weight">Above 0, at most 1,000,000, with at most six decimals.</param>
public sealed record Vote(Verdict Verdict, decimal Weight = 1, bool HasVeto = false, bool HasFiat = false);

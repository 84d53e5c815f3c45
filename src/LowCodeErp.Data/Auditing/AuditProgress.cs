namespace LowCodeErp.Data.Auditing;

/// <summary>How many rows have been checked, of about how many.</summary>
public sealed record AuditProgress(long Done, long Total);

namespace LowCodeErp.Runtime.Organisations;

/// <summary>Somebody reports to a superior who was named, whoever heads his department.</summary>
public sealed record ReportingLine(long MemberId, long SuperiorId);

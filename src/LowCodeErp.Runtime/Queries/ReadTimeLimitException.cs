using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Queries;

/// <summary>The database was told to give up a read that took longer than a read may. <see cref="Diagnostic"/> is for whoever asked.</summary>
public sealed class ReadTimeLimitException(TimeSpan limit, Exception innerException)
    : Exception($"The read was given up after {limit.TotalSeconds:0.#} seconds.", innerException)
{
    public Diagnostic Diagnostic { get; } = QueryDiagnostics.TookTooLong(limit);
}

using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>One invariant of the stored data. Each question is one statement, so that those who write meanwhile cause no false alarm.</summary>
internal interface IHealthCheck
{
    IAsyncEnumerable<Diagnostic> ExamineAsync(Examination examination, CancellationToken cancellationToken);
}

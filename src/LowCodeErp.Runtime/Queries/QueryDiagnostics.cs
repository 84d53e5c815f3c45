using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Queries;

/// <summary>Why records could not be read, in words for whoever asked for them.</summary>
public static class QueryDiagnostics
{
    public static Diagnostic TookTooLong(TimeSpan limit) => new("query.timed-out", Severity.Error, "", new(
        $"查询超时：{limit.TotalSeconds:0.#} 秒内没有完成，已停止。请缩小范围，例如增加筛选条件、缩短日期区间，或简化筛选公式。",
        $"The query took longer than {limit.TotalSeconds:0.#} seconds and was stopped. Narrow it down: add a filter, shorten the range of dates or simplify the formula."));
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Records;

/// <summary>What is wrong with one of several records.</summary>
public static class RecordProblems
{
    /// <summary>Says of which record it speaks.</summary>
    public static Diagnostic Name(RecordProblem problem, RecordRow row)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (diagnostic, title) = (problem.Diagnostic, RecordTitle.Of(row));
        var (chinese, english) = (diagnostic.Message.Chinese, diagnostic.Message.English);
        return diagnostic with { Message = new LocalizedText($"{title}：{chinese}", english is null ? null : $"{title}: {english}") };
    }
}

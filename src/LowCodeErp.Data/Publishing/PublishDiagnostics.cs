using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Publishing;

/// <summary>Why a publication is refused, apart from mistakes in the definitions and tables that cannot be changed so.</summary>
public static class PublishDiagnostics
{
    public static Diagnostic NotAllowed(string actor) => new("publish.not-allowed", Severity.Error, "", new(
        $"“{actor}”不是管理员，不能发布。请联系管理员。",
        $"\"{actor}\" is not an administrator and cannot publish. Ask an administrator."));
}

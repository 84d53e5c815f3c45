using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Studio.Sheets;

/// <summary>What can keep a file from becoming a form.</summary>
public static class SheetDiagnostics
{
    public static Diagnostic NoColumns() => Error("no-columns", "没有选择任何列；请至少选择一列作为字段。", "No column is chosen; choose at least one to become a field.");

    public static Diagnostic NoLabel() => Error("no-label", "请填写表单名称。", "Give the form a name.");

    private static Diagnostic Error(string code, string chinese, string english) => new("sheet." + code, Severity.Error, "", new(chinese, english));
}

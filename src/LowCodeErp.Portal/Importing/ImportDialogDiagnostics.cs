using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Portal.Importing;

/// <summary>What can come in between while an import is being made in the browser.</summary>
public static class ImportDialogDiagnostics
{
    public static Diagnostic Stopped() => new(
        "import.stopped", Severity.Warning, "",
        new("已停止，没有保存任何数据；可以重新开始。", "It was stopped and nothing was stored; you may start again."));

    public static Diagnostic UploadBroken() => Error(
        "import.upload-broken",
        "文件没有传完，可能是网络中断或文件被移动；请重新选择文件。",
        "The file did not arrive completely: the network failed or the file was moved. Please choose it again.");

    public static Diagnostic FileGone() => Error(
        "import.file-gone",
        "之前上传的文件只保留一天，已经删除；请重新选择文件。",
        "The file that was sent before is kept for a day and is gone; please choose it again.");

    public static Diagnostic FormChanged(LocalizedText form) => Error(
        "import.form-changed",
        $"表单“{form.Chinese}”刚刚被修改并发布，没有导入任何数据；请重新选择文件。",
        $"The form \"{form.In(CultureInfo.GetCultureInfo("en"))}\" was changed and published just now, nothing was imported; please choose the file again.");

    private static Diagnostic Error(string code, string chinese, string english) => new(code, Severity.Error, "", new(chinese, english));
}

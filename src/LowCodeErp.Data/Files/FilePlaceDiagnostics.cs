using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Files;

/// <summary>What can be wrong with the settings of files, in words for the operator.</summary>
internal static class FilePlaceDiagnostics
{
    public static Diagnostic Unknown(string setting, string place, string database, string disk) => new(
        "files.place-unknown", Severity.Error, setting, new(
            $"设置 {setting} 的值“{place}”无效；请写 {database}（存入数据库）或 {disk}（存入文件夹）。",
            $"The setting {setting} has the value \"{place}\"; write {database} or {disk}."));
}

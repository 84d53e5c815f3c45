using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>What the field types of files have in common. Which files they are the engine has looked at before.</summary>
internal static class FileIds
{
    public static Value Read(InputValue input, string path, DiagnosticBag diagnostics)
    {
        var isReported = false;
        return RecordId.ReadAll(input, _ =>
        {
            if (!isReported)
            {
                diagnostics.Add(FileDiagnostics.FromText(path));
            }

            isReported = true;
        });
    }

    public static void CheckSize(int megabytes, string path, DiagnosticBag diagnostics)
    {
        if (megabytes is < 1 or > FileRule.MostMegabytes)
        {
            diagnostics.Add(FieldDiagnostics.FileSizeOutOfRange($"{path}.maximumMegabytes", FileRule.MostMegabytes));
        }
    }
}

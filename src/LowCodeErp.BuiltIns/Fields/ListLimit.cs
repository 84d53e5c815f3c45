using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>How many values a field of several may have. More than some hundred are records of their own.</summary>
internal static class ListLimit
{
    public const int Most = 200;

    public static void CheckSetting(int? maximum, string path, DiagnosticBag diagnostics)
    {
        if (maximum is < 1 or > Most)
        {
            diagnostics.Add(FieldDiagnostics.ItemLimitOutOfRange($"{path}.maximum", Most));
        }
    }

    public static void Check(Value value, int? maximum, string path, DiagnosticBag diagnostics)
    {
        var count = ((ValueList)value.Content!).Count;
        if (count > (maximum ?? Most))
        {
            diagnostics.Add(FieldDiagnostics.TooManyItems(path, count, maximum ?? Most));
        }
    }
}

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>
/// A text cell of a .csv that starts like a formula would be run by Excel; an apostrophe before it keeps it text. Reading
/// takes that apostrophe off again, so that what was exported can be imported.
/// </summary>
internal static class FormulaGuard
{
    private const string Starts = "=+-@";

    public static string Add(string text) => text is [var first, ..] && Starts.Contains(first) ? "'" + text : text;

    public static string Remove(string text) => text is ['\'', var second, ..] && Starts.Contains(second) ? text[1..] : text;
}

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>Recognises tables whose columns are set apart by runs of blanks, as statistics programs print them.</summary>
internal static class BlankColumns
{
    private const int SampleLines = 50;

    /// <summary>
    /// Every line must have the same number of words, no other separator or quote may occur, and some line must show that the
    /// blanks are alignment (a run of them, or one at the start). Otherwise "Zhang San" alone would be two columns.
    /// </summary>
    public static bool Suit(string sample)
    {
        if (sample.AsSpan().ContainsAny(",;\t|\""))
        {
            return false;
        }

        var lines = sample.Split('\n').Take(SampleLines).Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        var counts = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).Distinct().ToList();
        var isAligned = lines.Exists(line => line[0] == ' ' || line.Contains("  ", StringComparison.Ordinal));
        return lines.Count > 1 && isAligned && counts is [> 1];
    }
}

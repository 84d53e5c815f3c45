using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Inference;

/// <summary>What all the values of one column have in common, gathered row by row in memory that does not grow.</summary>
internal sealed partial class ColumnTally(IReadOnlyList<TypeTrial> trials)
{
    public IReadOnlyList<TypeTrial> Trials => trials;

    public DistinctTexts Distinct { get; } = new();

    public long Values { get; private set; }

    public long Blanks { get; private set; }

    /// <summary>Digits that begin with a zero: no number, for it would lose it.</summary>
    public long LeadingZeros { get; private set; }

    public long Mobiles { get; private set; }

    /// <summary>Addresses that say so themselves: a name with a dot may be anything.</summary>
    public long WebAddresses { get; private set; }

    /// <summary>Values with letters or signs, which 0 and 1 are not.</summary>
    public long Words { get; private set; }

    /// <summary>Cells that hold a number, not the text of one.</summary>
    public long Numbers { get; private set; }

    /// <summary>Such numbers between -1 and 1.</summary>
    public long Fractions { get; private set; }

    /// <summary>Numbers as Excel counts days, from 1982 to 2064.</summary>
    public long Serials { get; private set; }

    public long TimesOfDay { get; private set; }

    /// <summary>Cells with a date or a moment whose day is one of the calendar.</summary>
    public long Days { get; private set; }

    public bool HasLines { get; private set; }

    /// <summary>The most digits behind a point.</summary>
    public int Decimals { get; private set; }

    /// <summary>The most digits before a point.</summary>
    public int Digits { get; private set; }

    public void AddBlanks(long count) => Blanks += count;

    public void Add(InputValue cell, int row)
    {
        var text = TextOf(cell);
        if (text.Length == 0)
        {
            Blanks++;
            return;
        }

        Values++;
        Look(cell, text);
        Distinct.Add(text);
        foreach (var trial in trials)
        {
            trial.Try(cell, text, row);
        }
    }

    private static string TextOf(InputValue cell) => cell.Content switch
    {
        null => "",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool boolean => boolean ? "true" : "false",
        string text => text.Trim(),
        _ => "",
    };

    private void Look(InputValue cell, string text)
    {
        switch (cell.Content)
        {
            case decimal number:
                Numbers++;
                Fractions += number is > -1 and < 1 ? 1 : 0;
                // A workbook shows fifteen digits: those behind them are what computing left.
                Measure(((double)number).ToString("G15", CultureInfo.InvariantCulture));
                Serials += number is >= 30_000 and < 60_000 && decimal.IsInteger(number) ? 1 : 0;
                break;
            case DateTime time:
                Days += time.Year > 1900 ? 1 : 0;
                TimesOfDay += time.TimeOfDay == TimeSpan.Zero ? 0 : 1;
                break;
            case bool:
                Words++;
                break;
            default:
                Look(HalfWidth.Of(text));
                break;
        }
    }

    private void Look(string text)
    {
        HasLines |= text.AsSpan().ContainsAny('\n', '\r');
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            LeadingZeros += text is ['0', _, ..] ? 1 : 0;
            Serials += text is [>= '3' and <= '5', _, _, _, _] ? 1 : 0;
        }
        else
        {
            Words += text.Any(character => !char.IsAsciiDigit(character) && character is not ('.' or ',' or '-')) ? 1 : 0;
            TimesOfDay += Clock().IsMatch(text) ? 1 : 0;
            WebAddresses += Web().IsMatch(text) ? 1 : 0;
        }

        Mobiles += Mobile().IsMatch(text) ? 1 : 0;
        Measure(text);
    }

    private void Measure(string text)
    {
        if (Number().Match(text) is { Success: true } match)
        {
            Digits = Math.Max(Digits, match.Groups["whole"].Value.Count(char.IsAsciiDigit));
            Decimals = Math.Max(Decimals, match.Groups["part"].Length);
        }
    }

    [GeneratedRegex(@"(?<whole>[0-9,]+)(?:\.(?<part>[0-9]*))?(?!.*E)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[0-9]:[0-9]{2}|[0-9] ?[点时]|上午|下午")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:https?://|www\.)\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"^(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}$")]
    private static partial Regex Mobile();
}

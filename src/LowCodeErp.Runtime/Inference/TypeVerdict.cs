using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Inference;

/// <summary>Decides of which type a column is: the most particular type that nearly all of its values suit, where they say enough for it.</summary>
internal sealed class TypeVerdict(ColumnTally tally, HeaderWords words)
{
    /// <summary>One value of so many may be a slip.</summary>
    private const int ValuesPerSlip = 50;

    private const int MostDecimals = 10;

    /// <summary>What numbers can hold exactly.</summary>
    private const int MostDigits = 15;

    private const int MostOptions = 50;
    private const int ValuesPerOption = 3;
    private const int LongestOption = 40;
    private const int UsualLength = 200;
    private const int MostLength = 20_000;

    public TypeFit Decide()
        => tally.Values == 0 ? Text()
            : Particular() ?? Time() ?? Number() ?? (IsList ? Choice() : IsLong ? Lines() : Text());

    /// <summary>All that was tried, with the settings that each type would have.</summary>
    public IReadOnlyList<TypeFit> Fits()
    {
        var (money, currency) = BestMoney();
        return
        [
            Text(), Lines(), FitOf("number", Decimals()), money.ToFit(WithCurrency(currency)), FitOf("percent", PercentDecimals()), FitOf("date", null), FitOf("date-time", null),
            FitOf("time", null), FitOf("yes-no", null), Choice(), new("reference", null, 0, []), FitOf("phone", null), FitOf("email", null), FitOf("url", null), FitOf("credit-code", null),
        ];
    }

    private bool IsList
        => tally.Distinct is { IsComplete: true, Count: >= 2 and <= MostOptions, Longest: <= LongestOption } distinct
            && tally.Values >= distinct.Count * ValuesPerOption && !words.SayCode;

    private bool IsLong => tally.HasLines || tally.Distinct.Longest > UsualLength;

    /// <summary>Numbers alone may be anything; below the name of a date they are days as Excel counts them.</summary>
    public bool AreSerials => words.SayDate && tally.Values > 0 && tally.Serials == tally.Values;

    private TypeFit? Particular()
        => Suits("credit-code") ? FitOf("credit-code", null)
            : Suits("email") ? FitOf("email", null)
            : Suits("url") && NearlyAll(tally.WebAddresses) ? FitOf("url", null)
            : Suits("yes-no") && tally.Words > 0 ? FitOf("yes-no", null)
            : Suits("phone") && (words.SayPhone || NearlyAll(tally.Mobiles)) ? FitOf("phone", null)
            : null;

    private TypeFit? Time()
    {
        if (words.SayCode)
        {
            return null;
        }

        if (AreSerials)
        {
            return FitOf("date", null);
        }

        var isTimeOfDay = tally.Days == 0 && tally.TimesOfDay > 0;
        return isTimeOfDay && Suits("time") ? FitOf("time", null)
            : tally.TimesOfDay > 0 && Suits("date-time") ? FitOf("date-time", null)
            : Suits("date") ? FitOf("date", null)
            : null;
    }

    private TypeFit? Number()
    {
        if (words.SayCode || tally.LeadingZeros > 0)
        {
            return null;
        }

        var (money, currency) = BestMoney();
        var number = Trial("number");
        return Suits("percent") && (Trial("percent").Misfits < number.Misfits || IsFractionOfHundred) ? FitOf("percent", PercentDecimals())
            : NearlyFits(money) && (money.Misfits < number.Misfits || words.SayAmount) ? money.ToFit(WithCurrency(currency))
            : NearlyFits(number) ? FitOf("number", Decimals())
            : null;
    }

    /// <summary>A workbook keeps 15% as 0.15; only the column's name then tells.</summary>
    private bool IsFractionOfHundred => words.SayRate && tally.Numbers == tally.Values && tally.Fractions == tally.Values;

    private static TypeFit Text() => new("text", null, 0, []);

    private TypeFit Lines()
    {
        var length = Math.Min(MostLength, Math.Max(2_000, tally.Distinct.Longest * 2));
        return new("multi-line", length > 2_000 ? JsonSerializer.SerializeToElement(new { maximumLength = length }) : null, 0, []);
    }

    private TypeFit Choice()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var options = tally.Distinct.Texts.Take(MostOptions).Select(text => Option(text, keys)).ToList();
        return new("choice", JsonSerializer.SerializeToElement(new { options }), tally.Distinct.IsComplete && tally.Distinct.Count <= MostOptions ? 0 : tally.Values, []);
    }

    private static Dictionary<string, object> Option(string text, HashSet<string> keys)
    {
        var key = KeyProposal.Propose(text, keys, "option");
        keys.Add(key);
        return new() { ["key"] = key, ["label"] = new Dictionary<string, string> { ["zh-CN"] = text } };
    }

    private (TypeTrial Trial, string Currency) BestMoney()
        => tally.Trials.Where(trial => trial.Type == "money").Zip(SheetInference.Currencies).MinBy(money => money.First.Misfits);

    private JsonElement? WithCurrency(string currency)
        => JsonSerializer.SerializeToElement(currency == SheetInference.Currencies[0] ? (object)new { decimals = Scale(2) } : new { currency, decimals = Scale(2) });

    private JsonElement? Decimals() => JsonSerializer.SerializeToElement(new { decimals = Scale(0) });

    private JsonElement? PercentDecimals()
        => JsonSerializer.SerializeToElement(new { decimals = Math.Clamp(tally.Numbers > 0 ? tally.Decimals - 2 : tally.Decimals, 0, 8) });

    private int Scale(int least) => Math.Min(Math.Clamp(tally.Decimals, least, MostDecimals), Math.Max(0, MostDigits - tally.Digits));

    private TypeFit FitOf(string type, JsonElement? settings) => type == "date" && AreSerials ? new(type, settings, 0, []) : Trial(type).ToFit(settings);

    private TypeTrial Trial(string type) => tally.Trials.First(trial => trial.Type == type);

    private bool Suits(string type) => NearlyFits(Trial(type));

    private bool NearlyFits(TypeTrial trial) => NearlyAll(tally.Values - trial.Misfits);

    private bool NearlyAll(long count) => (tally.Values - count) * ValuesPerSlip <= tally.Values;
}

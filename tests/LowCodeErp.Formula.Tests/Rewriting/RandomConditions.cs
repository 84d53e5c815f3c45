using System.Globalization;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Rewriting;

/// <summary>Conditions of the kinds that are rewritten, and rows near their boundaries, from a seed.</summary>
internal sealed class RandomConditions(int seed)
{
    private static readonly DateOnly[] Corners =
    [
        new(2024, 2, 29), new(2024, 2, 28), new(2023, 2, 28), new(2024, 3, 1), new(2024, 1, 31), new(2024, 12, 31), new(2025, 1, 1), new(2020, 2, 29),
        DateOnly.MinValue, DateOnly.MaxValue, new(9999, 12, 24), new(1, 1, 8), new(2011, 12, 30), new(2011, 12, 31), new(2022, 3, 27), new(2022, 10, 30), new(2024, 11, 3),
        new(2022, 9, 11), new(2022, 4, 3), new(2024, 4, 26),
    ];

    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "=", "<>"];

    private readonly Random _random = new(seed);

    public T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    public string Condition(int depth) => depth == 0 || _random.Next(3) == 0 ? Leaf() : _random.Next(6) switch
    {
        0 => $"NOT({Condition(depth - 1)})",
        1 => $"({Condition(depth - 1)}) OR ({Condition(depth - 1)})",
        2 => $"AND({Condition(depth - 1)}, {Condition(depth - 1)}, [b] = TRUE)",
        3 => $"IF({Condition(depth - 1)}, {Condition(depth - 1)}, [b])",
        4 => $"({Year()}) AND ({Part()})",
        _ => $"({Condition(depth - 1)}) AND ({Condition(depth - 1)})",
    };

    private string Leaf() => _random.Next(12) switch
    {
        0 => $"BETWEEN({NumberOfN(2)}, {Constant()}, {Constant()})",
        1 => $"({NumberOfN(2)}) IN ({Constant()}, {Constant()}, 0)",
        2 or 3 => Sides(NumberOfN(3), Constant()),
        4 => Sides(NumberOfDays(), Pick(["0", "1", "7", "-3", "6.5", "30", "400"])),
        5 => Year(),
        6 => Sides(Day(2), FixedDay()),
        7 => Sides($"STARTOF({Day(1)}, \"{Unit()}\")", $"STARTOF({FixedDay()}, \"{Unit()}\")"),
        8 => Sides($"ENDOF({Day(1)}, \"{Unit()}\")", $"ENDOF({FixedDay()}, \"{Unit()}\")"),
        9 => Sides(Moment(), Pick(["NOW()", "TODAY()", "#2024-02-29 08:30#", "NOW() - 1"])),
        10 => Sides("[d]", Pick(["NOW()", "#2024-02-29 08:30#"])),
        _ => Sides(Pick([$"AGE({Day(0)})", $"AGE({Day(0)}, {FixedDay()})", $"DATEDIF({Day(0)}, {FixedDay()}, \"{Pick(["Y", "M", "D"])}\")"]), Pick(["1", "2", "0", "12", "18", "1.5"])),
    };

    private string Sides(string left, string right) => _random.Next(4) == 0 ? $"{right} {Pick(Comparisons)} {left}" : $"{left} {Pick(Comparisons)} {right}";

    private string Year() => Sides($"YEAR({Day(1)}){Pick(["", "", " + 1"])}", Pick(["2024", "2023", "YEAR(TODAY())", "YEAR(TODAY()) - 1", "1", "9999", "0"]));

    private string Part() => Pick(["MONTH([d]) = 2", "MONTH([t]) = MONTH(TODAY())", "QUARTER([d]) = 1", "QUARTER([d]) = QUARTER(TODAY())", "12 = MONTH([d])"]);

    private string Unit() => Pick(["year", "quarter", "month", "week", "day"]);

    private string NumberOfN(int depth) => depth == 0 ? "[n]" : _random.Next(9) switch
    {
        0 => $"-({NumberOfN(depth - 1)})",
        1 => $"({NumberOfN(depth - 1)})%",
        2 => $"({NumberOfN(depth - 1)}) * {Pick(["2", "-4", "0.5", "3", "1.25", "-0.001"])}",
        3 => $"({NumberOfN(depth - 1)}) / {Pick(["2", "-8", "3", "100"])}",
        4 => $"{Constant()} - ({NumberOfN(depth - 1)})",
        5 or 6 => $"({NumberOfN(depth - 1)}) - {Constant()}",
        _ => $"({NumberOfN(depth - 1)}) + {Constant()}",
    };

    private string Constant() => Pick(["0", "1", "100", "-100", "0.01", "2.5", "999999.99", "(1000 * 2)", "1234567890123", "-5"]);

    private string NumberOfDays() => Pick([$"DAYS({FixedDay()}, {Day(1)})", $"DAYS({Day(1)}, {FixedDay()})", $"({FixedDay()}) - [d]", "[d] - TODAY() + 1", "3 - DAYS([t], TODAY())", "DAYS(TODAY(), [d]) * 2"]);

    private string Day(int depth) => depth == 0 ? Pick(["[d]", "[t]"]) : _random.Next(6) switch
    {
        0 => $"{Day(depth - 1)} + {Pick(["7", "-7", "1000"])}",
        1 => "[d] - 7",
        2 => "DATEADD([d], 2, \"week\")",
        3 => "ADDDAY([t], -3)",
        _ => Day(depth - 1),
    };

    private string FixedDay() => Pick(["TODAY()", "TODAY() - 7", "TODAY() + 30", "#2024-02-29#", "#2024-03-31#", "#2024-12-31#", "#2022-03-27#", "EDATE(TODAY(), -1)", "STARTOF(TODAY(), \"month\")", "EOMONTH(#2024-01-31#, 1)"]);

    private string Moment() => Pick(["[t] + 2", "[t] - 0.5", "DATEADD([t], 5, \"hour\")", "DATEADD([t], -1, \"minute\")", "1 + [t]"]);

    public decimal? Number() => _random.Next(4) switch
    {
        0 => null,
        1 => Pick<decimal>([0, 1, -1, 100, -100, 99.99m, 100.01m, 5, 0.01m, 999_999_999_999_999m, -99_999.9999999999m, 0.0000000001m, 2_000, 400, -0.5m]),
        2 => _random.Next(-300, 300) / 2m,
        _ => _random.NextInt64(-999_999_999_999_999, 999_999_999_999_999) / decimal.Parse(Pick(["1", "100", "1e5", "1e10"]), NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    public DateOnly? Date(EvaluationContext context) => _random.Next(5) switch
    {
        0 => null,
        1 or 2 => Pick(Corners),
        _ => context.Today.AddDays(Pick([0, 1, -1, 7, -7, 8, 30, -30, _random.Next(-1_000, 1_000), -365, -366, _random.Next(-9_000, 0)])),
    };

    /// <summary>Mostly near the start of a day, where the calendar turns over.</summary>
    public DateTime? Moment(EvaluationContext context)
    {
        if (Date(context) is not { } day)
        {
            return null;
        }

        var start = LocalTime.StartOfDay(day, context.Zone).Ticks + Pick([0, -1, 1, TimeSpan.TicksPerHour, -TimeSpan.TicksPerHour, 30 * TimeSpan.TicksPerMinute, _random.NextInt64(TimeSpan.TicksPerDay)]);
        return new DateTime(Math.Clamp(start, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
    }

    public DateTime Now(TimeZoneInfo zone)
    {
        var day = Pick([new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 31), new DateOnly(2022, 10, 30), new DateOnly(2011, 12, 31), new DateOnly(2023, 1, 1), new DateOnly(2024, 11, 3)]);
        return LocalTime.StartOfDay(day, zone).AddTicks(Pick([0, 1, -1, TimeSpan.TicksPerHour, 12 * TimeSpan.TicksPerHour]));
    }
}

using System.Globalization;
using System.Reflection;
using System.Text;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>Arguments for a primitive: what is likely to be wrong, and at random.</summary>
internal sealed class PrimitiveVectors(int seed)
{
    private const int VectorsPerFunction = 3_000;
    private const int VariadicCount = 3;

    private static readonly string[] _zones =
        ["Asia/Shanghai", "UTC", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];

    private static readonly string[] _dateUnits = ["year", "quarter", "month", "week", "day"];

    private static readonly decimal[] _numbers =
    [
        0, 1, -1, 0.5m, -0.5m, 1.5m, -1.5m, 2.5m, -2.5m, 0.005m, 1.005m, -1.005m, 2, 3, 7, 10, -10, 100, 0.1m, 1e-10m, 1e-18m, -1e-18m, 5e-19m,
        1e-28m, 12.34m, 1234567.891m, 99999999.999999999999999999m, 100000000m, 123456789012345m, 0.123456789012345m, 1e14m, 1e15m - 0.5m, 1e20m,
        -1e20m, 79228162514264337593543950335m, -79228162514264337593543950335m, 7.9228162514264337593543950335m, 12345678901234567890.12345678m,
        1e28m, 0.3333333333333333333333333333m, 255, 1900, 9999, 10000, 44927, -0.0m, 1.0000000m, 86400, 0.99999999999m, 6e-19m,
    ];

    private static readonly decimal[] _counts =
        [0, 1, 2, 3, 4, 5, -1, -2, 0.9m, 1.9m, -0.5m, -1.5m, 6, 10, 17, 18, 21, 28, 29, 11, 12, 13, 14, 15, 16, 100, -28, -29, -30, -31, 1e9m, -1e9m, 1e20m, -1e20m, 79228162514264337593543950335m, -79228162514264337593543950335m];

    private static readonly string?[] _texts =
    [
        null, "", " ", "a", "A", "abc", "ABC", "a b  c ", "  lead", "tail  ", "\t\n", "𠮷野家😀", "😀", "e\u0301", "é", "É", "ß", "ẞ", "straße", "İ", "ı", "ŉ", "ﬁ",
        "Ǆ", "ǅ", "ς", "Σ", "ΌΣΟΣ", "ა", "Ა", "中文 文字", "１２３", "a*b?c~d", "*", "?", "~", "~~", "~*", "~?", "a*c", "?b", "*c", "b*", "%", "_", "\\", "a\\b", "[a-z]",
        "''", "\"", "aaa", "aa", "ababab", "ab", "\u3000", "x\u00A0y", "𐐨", "𐐀", "Зайцев", "k", "K", "ſ", "…",
    ];

    private static readonly string?[] _numberTexts =
    [
        null, "", " ", "1", "-1", "+1", "1.5", ".5", "5.", ".", "-", "1,234.50", "1,2,3", "12,34", "1,234,567", "￥12", "¥ 12.3", "$5", "-$5", "$-5", "--5", "+-5", "12%", "-3%",
        "%", "1e3", "1E-3", "1e", "1e+", "2e400", "1e-400", "1e99", "1e-99", "0e99", "1e100", "(5)", "(-5)", "5(3)", "((5))", "( 1,000.5 )", "１２３．５", "－４", "（７）", "1 234",
        "\u00a01\u3000", "79228162514264337593543950335", "79228162514264337593543950336", "0.1234567890123456785", "0.12345678901234567890123456789", "abc", "12a", "٣", "1、234",
        "99999999.9999999999999999995", "1e28", "7.9e28", "8e28", "-0", "0.0", "000123", "1__2", "1''", "０e５", "1e5%", "1%%", "123456789012345678901234567890123456789012345678901234567890",
        "1234567890123456789012345678901234567890123456789012345678901", "−5", "–5", "5-",
    ];

    private readonly Random _random = new(seed);

    public IReadOnlyList<object?[]> For(MethodInfo primitive)
    {
        var pools = PoolsOf(primitive).ToArray();
        var combinations = pools.Aggregate(1L, (count, pool) => Math.Min(count * pool.Length, int.MaxValue));
        return combinations <= VectorsPerFunction
            ? [.. Cross(pools)]
            : [.. Enumerable.Range(0, VectorsPerFunction).Select(_ => pools.Select(Pick).ToArray())];
    }

    private IEnumerable<object?[]> PoolsOf(MethodInfo primitive)
    {
        foreach (var parameter in primitive.GetParameters())
        {
            var repetitions = ScalarPrimitives.IsVariadic(parameter) ? VariadicCount : 1;
            for (var index = 0; index < repetitions; index++)
            {
                yield return PoolOf(primitive, parameter);
            }
        }
    }

    private object?[] PoolOf(MethodInfo primitive, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object?[] pool = type == typeof(decimal) ? NumbersFor(parameter)
            : type == typeof(bool) ? (object?[])[true, false]
            : type == typeof(DateOnly) ? [.. Dates().Cast<object?>()]
            : type == typeof(DateTime) ? [.. Moments().Cast<object?>()]
            : type == typeof(EvaluationContext) ? _zones
            : parameter.Name == "unit" ? UnitsOf(primitive)
            : parameter.Name == "pattern" && primitive.Name == nameof(FormulaPrimitives.RegexMatch) ? ["^a", "b+", "\\d", "[", "文"]
            : primitive.Name == nameof(FormulaPrimitives.Value) ? _numberTexts
            : [.. _texts, .. RandomTexts(), .. parameter.ParameterType == typeof(IReadOnlyList<string>) ? [] : LongTexts()];
        var takesBlank = !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null;
        return takesBlank && type != typeof(EvaluationContext) && parameter.Name is not ("unit" or "pattern") ? [null, .. pool] : pool;
    }

    private static object?[] UnitsOf(MethodInfo primitive) => primitive.Name switch
    {
        nameof(FormulaPrimitives.DateDif) => ["Y", "M", "D", "YM", "YD"],
        nameof(FormulaPrimitives.DateAddTime) => [.. _dateUnits, "hour", "minute", "second"],
        _ => [.. _dateUnits],
    };

    private object?[] NumbersFor(ParameterInfo parameter) => [.. DecimalsFor(parameter).Cast<object?>()];

    private decimal[] DecimalsFor(ParameterInfo parameter) => parameter.Name switch
    {
        "digits" or "count" or "start" or "occurrence" or "type" or "months" => [.. _counts, .. Repeat(20, () => (decimal)_random.Next(-40, 40))],
        "year" => [.. _counts, 1899, 1900, 1999, 2000, 2023, 2024, 9999, 10000, 99, .. Repeat(20, () => (decimal)_random.Next(1, 9999))],
        "month" or "day" or "hour" or "minute" or "second" or "milliseconds" => [.. _counts, .. Repeat(20, () => (decimal)_random.Next(-100, 5_000))],
        _ => [.. _numbers, .. Repeat(40, RandomNumber)],
    };

    private decimal RandomNumber()
    {
        var scale = (byte)_random.Next(0, 19);
        var digits = _random.NextInt64(0, (long)Math.Pow(10, _random.Next(1, 19)));
        return new decimal((int)digits, (int)(digits >> 32), 0, _random.Next(2) == 0, scale);
    }

    private IEnumerable<DateOnly?> Dates()
    {
        string[] known =
        [
            "0001-01-01", "0001-12-31", "1899-12-30", "1900-01-01", "1900-02-28", "1900-03-01", "1970-01-01", "1999-12-31", "2000-02-29", "2023-01-31", "2023-02-28",
            "2024-01-31", "2024-02-29", "2024-03-31", "2024-12-30", "2024-12-31", "2025-01-01", "2021-01-03", "9999-01-31", "9999-12-31", "9998-12-31", "9999-12-26",
        ];
        return known.Select(text => (DateOnly?)DateOnly.Parse(text, CultureInfo.InvariantCulture))
            .Concat(Repeat(60, () => (DateOnly?)DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber))))
            .Concat(Repeat(60, () => (DateOnly?)new DateOnly(2000, 1, 1).AddDays(_random.Next(12_000))));
    }

    private IEnumerable<DateTime?> Moments()
    {
        string[] known =
        [
            "0001-01-01", "0001-01-01 05:00", "9999-12-31 23:59:59.999999", "9999-12-31 12:00", "1969-12-31 23:59:59", "1970-01-01", "1970-01-01 08:00", "1900-01-01",
            "2024-01-31 00:30:15.5", "2024-03-10 07:00", "2024-03-10 02:30", "2024-11-03 01:30", "2024-11-03 06:30", "2024-03-31 01:30", "2024-10-27 01:30", "2024-10-06 02:15",
            "2024-04-07 01:45", "1986-05-04 02:30", "1986-09-14 01:30", "2011-12-30 12:00", "2011-12-29 12:00", "2011-12-31 10:00", "2024-02-29 15:59:59.999999", "2024-02-29 16:00",
            "1991-09-15 01:00", "1971-10-31 02:30", "2037-12-31 23:00", "2050-07-01 12:00", "2024-06-01 12:34:56.123456", "1985-12-31 18:15", "1986-01-01 00:05",
        ];
        return known.Select(text => (DateTime?)DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc))
            .Concat(Repeat(60, () => (DateTime?)DateTime.UnixEpoch.AddMicroseconds(_random.NextInt64(0, 2_500_000_000_000_000))))
            .Concat(Repeat(20, () => (DateTime?)DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc).AddSeconds(_random.NextInt64(0, 315_537_897_599))));
    }

    private IEnumerable<string> RandomTexts()
    {
        string[] pieces = ["a", "b", "A", "B", " ", "ab", "é", "中", "😀", "*", "?", "ß", "1"];
        return Repeat(60, () => string.Concat(Enumerable.Range(0, _random.Next(1, 12)).Select(_ => pieces[_random.Next(pieces.Length)])));
    }

    private static IEnumerable<string> LongTexts() => [new string('a', 16_000), new string('b', 16_001), new string('a', 31_999), new('a', 32_000), new StringBuilder().Insert(0, "😀", 20_000).ToString()];

    private static T[] Repeat<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private object? Pick(object?[] pool) => pool[_random.Next(pool.Length)];

    private static IEnumerable<object?[]> Cross(object?[][] pools)
        => pools.Aggregate<object?[], IEnumerable<object?[]>>([[]], (vectors, pool) => vectors.SelectMany(vector => pool.Select(value => vector.Append(value).ToArray())));
}

namespace LowCodeErp.Formula.Compilation;

/// <summary>Numbers.</summary>
public static partial class FormulaPrimitives
{
    private const double LargestDecimal = 7.9e28;

    public static decimal? Divide(decimal left, decimal right) => right == 0 ? null : left / right;

    /// <summary>The remainder with the sign of the divisor, as in Excel; the % of C# and SQL has that of the dividend.</summary>
    public static decimal? Mod(decimal number, decimal divisor)
    {
        if (divisor == 0)
        {
            return null;
        }

        var remainder = number % divisor;
        return remainder != 0 && remainder < 0 != divisor < 0 ? remainder + divisor : remainder;
    }

    public static decimal? Quotient(decimal number, decimal divisor) => divisor == 0 ? null : decimal.Truncate(number / divisor);

    public static decimal? Power(decimal number, decimal exponent)
        => number == 0 && exponent == 0 ? null : FromDouble(Math.Pow((double)number, (double)exponent));

    public static decimal? Sqrt(decimal number) => FromDouble(Math.Sqrt((double)number));

    public static decimal? Exp(decimal number) => FromDouble(Math.Exp((double)number));

    public static decimal? Ln(decimal number) => FromDouble(Math.Log((double)number));

    public static decimal? Log(decimal number, decimal radix)
        => number <= 0 || radix <= 0 || radix == 1 ? null
            : radix == 10 ? Log10(number)
            : FromDouble(Math.Log((double)number) / Math.Log((double)radix));

    public static decimal? Log10(decimal number) => FromDouble(Math.Log10((double)number));

    public static decimal Abs(decimal number) => Math.Abs(number);

    public static decimal Sign(decimal number) => Math.Sign(number);

    /// <summary>Half away from zero (四舍五入); .NET's own default and PostgreSQL's on doubles is to even.</summary>
    public static decimal Round(decimal number, decimal digits) => AtDigits(number, digits, scaled => Math.Round(scaled, MidpointRounding.AwayFromZero));

    public static decimal RoundUp(decimal number, decimal digits)
        => AtDigits(number, digits, scaled => scaled > 0 ? decimal.Ceiling(scaled) : decimal.Floor(scaled));

    public static decimal RoundDown(decimal number, decimal digits) => AtDigits(number, digits, decimal.Truncate);

    public static decimal Int(decimal number) => decimal.Floor(number);

    /// <summary>To a multiple of the step; a negative number may have a positive step and is then rounded towards zero.</summary>
    public static decimal? Ceiling(decimal number, decimal step)
        => step == 0 ? 0 : number > 0 && step < 0 ? null : decimal.Ceiling(number / step) * step;

    public static decimal? Floor(decimal number, decimal step)
        => number == 0 ? 0 : step == 0 || (number > 0 && step < 0) ? null : decimal.Floor(number / step) * step;

    public static decimal? MRound(decimal number, decimal step)
        => number == 0 || step == 0 ? 0
            : number < 0 != step < 0 ? null
            : Math.Round(number / step, MidpointRounding.AwayFromZero) * step;

    public static decimal Even(decimal number) => AwayFromZero(number / 2) * 2;

    public static decimal Odd(decimal number) => number == 0 ? 1 : (AwayFromZero((Math.Abs(number) + 1) / 2) * 2 - 1) * Math.Sign(number);

    public static bool IsEven(decimal number) => decimal.Truncate(number) % 2 == 0;

    public static bool IsOdd(decimal number) => !IsEven(number);

    public static decimal Pi() => 3.14159265358979m;

    public static decimal Rand(EvaluationContext context) => (decimal)context.Random.NextDouble();

    public static decimal? RandBetween(decimal from, decimal to, EvaluationContext context)
        => decimal.Ceiling(from) > decimal.Floor(to) ? null
            : decimal.Floor(decimal.Ceiling(from) + (decimal)context.Random.NextDouble() * (decimal.Floor(to) - decimal.Ceiling(from) + 1));

    private static decimal AwayFromZero(decimal number) => number > 0 ? decimal.Ceiling(number) : decimal.Floor(number);

    private static decimal? FromDouble(double number)
        => double.IsFinite(number) && Math.Abs(number) < LargestDecimal ? (decimal)number : null;

    /// <summary>Rounds at a digit before (negative) or after the point; past what a decimal holds there is nothing to round.</summary>
    private static decimal AtDigits(decimal number, decimal digits, Func<decimal, decimal> round)
    {
        var places = Whole(digits);
        if (places >= 28)
        {
            return number;
        }

        if (places < 0)
        {
            var unit = PowerOfTen(Math.Min(-places, 28));
            return places < -28 ? round(number / unit / 10) * unit * 10 : round(number / unit) * unit;
        }

        var whole = decimal.Truncate(number);
        var scale = PowerOfTen(places);
        var fraction = (number - whole) * scale;
        return whole + round(fraction) / scale;
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var index = 0; index < exponent; index++)
        {
            power *= 10;
        }

        return power;
    }
}

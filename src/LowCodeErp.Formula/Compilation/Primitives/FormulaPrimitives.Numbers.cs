namespace LowCodeErp.Formula.Compilation;

/// <summary>Numbers.</summary>
public static partial class FormulaPrimitives
{
    private const int DigitsOfDecimal = 29;

    /// <summary>A sum that decimal might not hold in full; where it surely does, formulas add directly.</summary>
    public static decimal? AddCanonical(decimal left, decimal right) => CanonicalNumber.Add(left, right);

    public static decimal? SubtractCanonical(decimal left, decimal right) => CanonicalNumber.Add(left, -right);

    public static decimal? MultiplyCanonical(decimal left, decimal right) => CanonicalNumber.Multiply(left, right);

    public static decimal? Divide(decimal left, decimal right) => right == 0 ? null : CanonicalNumber.Divide(left, right);

    /// <summary>The remainder with the sign of the divisor, as in Excel; the % of C# and SQL has that of the dividend.</summary>
    public static decimal? Mod(decimal number, decimal divisor)
    {
        if (divisor == 0)
        {
            return null;
        }

        var remainder = number % divisor;
        return remainder != 0 && remainder < 0 != divisor < 0 ? AddCanonical(remainder, divisor) : remainder;
    }

    public static decimal? Quotient(decimal number, decimal divisor)
        => divisor == 0 ? null
            : CanonicalNumber.OfRatio(CanonicalNumber.Count(number, CanonicalNumber.Mantissa(divisor), divisor.Scale, MidpointRounding.ToZero), 1);

    public static decimal? Power(decimal number, decimal exponent)
        => number == 0 && exponent == 0 ? null : FloatingNumber.ToDecimal(Math.Pow(FloatingNumber.Of(number), FloatingNumber.Of(exponent)));

    public static decimal? Sqrt(decimal number) => FloatingNumber.ToDecimal(Math.Sqrt(FloatingNumber.Of(number)));

    public static decimal? Exp(decimal number) => FloatingNumber.ToDecimal(Math.Exp(FloatingNumber.Of(number)));

    public static decimal? Ln(decimal number) => FloatingNumber.ToDecimal(Math.Log(FloatingNumber.Of(number)));

    public static decimal? Log(decimal number, decimal radix)
        => number <= 0 || radix <= 0 || radix == 1 ? null
            : radix == 10 ? Log10(number)
            : FloatingNumber.ToDecimal(Math.Log(FloatingNumber.Of(number)) / Math.Log(FloatingNumber.Of(radix)));

    public static decimal? Log10(decimal number) => FloatingNumber.ToDecimal(Math.Log10(FloatingNumber.Of(number)));

    public static decimal Abs(decimal number) => Math.Abs(number);

    public static decimal Sign(decimal number) => Math.Sign(number);

    /// <summary>Half away from zero (四舍五入); .NET's own default and PostgreSQL's on doubles is to even.</summary>
    public static decimal? Round(decimal number, decimal digits) => AtDigits(number, digits, MidpointRounding.AwayFromZero);

    public static decimal? RoundUp(decimal number, decimal digits)
        => AtDigits(number, digits, AwayFromZero(number));

    public static decimal? RoundDown(decimal number, decimal digits) => AtDigits(number, digits, MidpointRounding.ToZero);

    public static decimal Int(decimal number) => decimal.Floor(number);

    /// <summary>To a multiple of the step; a negative number may have a positive step and is then rounded towards zero.</summary>
    public static decimal? Ceiling(decimal number, decimal step)
        => step == 0 ? 0 : number > 0 && step < 0 ? null : CanonicalNumber.Multiple(number, step, MidpointRounding.ToPositiveInfinity);

    public static decimal? Floor(decimal number, decimal step)
        => number == 0 ? 0 : step == 0 || (number > 0 && step < 0) ? null
            : CanonicalNumber.Multiple(number, step, MidpointRounding.ToNegativeInfinity);

    public static decimal? MRound(decimal number, decimal step)
        => number == 0 || step == 0 ? 0
            : number < 0 != step < 0 ? null
            : CanonicalNumber.Multiple(number, step, MidpointRounding.AwayFromZero);

    public static decimal? Even(decimal number) => CanonicalNumber.Multiple(number, 2, AwayFromZero(number));

    public static decimal? Odd(decimal number)
    {
        var whole = Math.Round(number, 0, AwayFromZero(number));
        return whole % 2 != 0 ? whole : AddCanonical(whole, whole < 0 ? -1 : 1);
    }

    public static bool IsEven(decimal number) => decimal.Truncate(number) % 2 == 0;

    public static bool IsOdd(decimal number) => !IsEven(number);

    public static decimal Pi() => 3.14159265358979m;

    [MemoryOnly]
    public static decimal Rand(EvaluationContext context) => (decimal)context.Random.NextDouble();

    [MemoryOnly]
    public static decimal? RandBetween(decimal from, decimal to, EvaluationContext context)
        => decimal.Ceiling(from) > decimal.Floor(to) ? null
            : decimal.Floor(decimal.Ceiling(from) + (decimal)context.Random.NextDouble() * (decimal.Floor(to) - decimal.Ceiling(from) + 1));

    private static MidpointRounding AwayFromZero(decimal number)
        => number < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity;

    /// <summary>Rounds at a digit before (negative) or after the point; past what a decimal holds there is nothing to round.</summary>
    private static decimal? AtDigits(decimal number, decimal digits, MidpointRounding rounding)
    {
        var places = Whole(digits);
        return places >= 28 ? number
            : places >= 0 ? Math.Round(number, places, rounding)
            : CanonicalNumber.MultipleOfPower(number, Math.Min(-places, DigitsOfDecimal + 1), rounding);
    }

}

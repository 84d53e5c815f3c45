using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Binding;

public sealed class NumberBoundsTests
{
    private static readonly FormulaSchema _schema = new("bounds", 1,
    [
        new("price", new("单价"), ValueKind.Number, 0, Precision: 15, Scale: 2),
        new("count", new("数量"), ValueKind.Number, 1, Precision: 8, Scale: 0),
        new("any", new("任意"), ValueKind.Number, 2),
    ]);

    [Theory]
    [InlineData("[单价] + [单价]", 2e13, 2)]
    [InlineData("[单价] * [数量]", 1e21, 2)]
    [InlineData("-[单价] - 0.125", 1.0000000000000125e13, 3)]
    [InlineData("[单价] * [单价]", 1e26, 4)]
    [InlineData("ROUND([单价] * 1.13, 1)", 1.13e13 + 1, 1)]
    [InlineData("INT([单价])", 1e13 + 1, 0)]
    [InlineData("IF([数量] > 1, [单价], 0.001)", 1e13, 3)]
    [InlineData("MAX([单价], [数量])", 1e13, 2)]
    [InlineData("[单价] * 5%", 5e11, 4)]
    [InlineData("[单价] / [数量]", 7.9e28, 18)]
    [InlineData("[任意]", 1e15, 15)]
    public void Bounds_OfAFormula_FollowFromItsFields(string text, double largest, int scale)
    {
        var bounds = NumberBounds.Of(FormulaCompiler.Compile(text, _schema).Root);

        Assert.Equal(1, bounds.Largest / largest, 1e-9);
        Assert.Equal(scale, bounds.Scale);
    }

    [Theory]
    [InlineData("[单价] * [数量]", "")]
    [InlineData("[单价] + [单价] + 1", "")]
    [InlineData("[单价] * [单价]", "MultiplyCanonical")]
    [InlineData("[任意] + [单价]", "AddCanonical")]
    [InlineData("[单价] / 3 - [单价]", "SubtractCanonical")]
    public void Arithmetic_ThatDecimalsMightNotHold_IsCanonical(string text, string expected)
    {
        var tree = FormulaCompiler.Compile(text, _schema).ToExpression(MemoryRowAccess.Instance).ToString();

        Assert.Equal(expected.Length > 0, tree.Contains("Canonical", StringComparison.Ordinal));
        Assert.Contains(expected, tree, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1234567890123456789", "2", "0.246913578024691358")]
    [InlineData("99999999.9999999999999999", "99999999.9999999999999999", "10000000000000000")]
    [InlineData("79228162514264337593543950335", "1", "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335", "2", null)]
    [InlineData("-0.0000000000000000005", "1", "-0.000000000000000001")]
    public void Product_BeyondItsDigits_IsRoundedOnceFromTheExactValue(string left, string right, string? expected)
        => Assert.Equal(expected, FormulaPrimitives.NumberText(FormulaPrimitives.MultiplyCanonical(Parse(left), Parse(right))));

    [Theory]
    [InlineData("10", "3", "3.333333333333333333")]
    [InlineData("20", "3", "6.666666666666666667")]
    [InlineData("1000000000", "3", "333333333.333333333333")]
    [InlineData("1", "2000000000000000000", "0.000000000000000001")]
    [InlineData("0.9999999999999999999999999999", "2000000000000000000", "0")]
    [InlineData("79228162514264337593543950335", "0.1", null)]
    public void Quotient_OfTwoNumbers_HasThePlacesOfItsSize(string left, string right, string? expected)
        => Assert.Equal(expected, FormulaPrimitives.NumberText(FormulaPrimitives.Divide(Parse(left), Parse(right))));

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

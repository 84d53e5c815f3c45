using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Editing;

namespace LowCodeErp.Formula.Tests.Editing;

/// <summary>What is suggested at the caret, which is the | in the texts.</summary>
public sealed class SuggestionsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("[单|", "[单价]")]
    [InlineData("【单|", "[单价]")]
    [InlineData("单|", "[单价]")]
    [InlineData("dj|", "[单价]")]
    [InlineData("[danj|", "[单价]")]
    [InlineData("pric|", "[单价]")]
    [InlineData("[客户.等|", "[客户.等级]")]
    [InlineData("[等|", "[客户.等级]")]
    [InlineData("SUM([明细.金|", "[明细.金额]")]
    [InlineData("[明细.金|", "SUM([明细.金额])")]
    [InlineData("SUMIF([明细], [交|", "[交货日期]")]
    [InlineData("sum|", "SUM()")]
    [InlineData("求和|", "SUM()")]
    [InlineData("qh|", "SUM()")]
    [InlineData("1 + 四舍|", "ROUND()")]
    [InlineData("四舍|(1.5)", "ROUND")]
    [InlineData("TODAY|", "TODAY()")]
    public void Suggestion_ForWhatIsTyped_ComesFirst(string marked, string insert) => Assert.Equal(insert, Find(marked).Items[0].Insert);

    [Theory]
    [InlineData("\"单|\"")]
    [InlineData("\"单|")]
    [InlineData("12|")]
    [InlineData("#2024-01|")]
    [InlineData("[单价]|")]
    [InlineData("[单价] + |")]
    [InlineData("|")]
    public void Suggestion_WhereNoneIsAskedFor_IsNone(string marked) => Assert.Empty(Find(marked).Items);

    [Fact]
    public void Suggestion_AskedForInAGap_IsEverything()
    {
        var found = Find("[单价] + |", isAsked: true);

        Assert.Contains(found.Items, item => item.Insert == "[数量]");
        Assert.Contains(found.Items, item => item.Insert == "[明细.金额]");
        Assert.Equal((7, 7), (found.Start, found.End));
    }

    [Theory]
    [InlineData("1 + [单|", 4, 6)]
    [InlineData("[单|价] * 2", 0, 4)]
    [InlineData("[单| * [数量]", 0, 2)]
    [InlineData("su|m", 0, 3)]
    public void Suggestion_Chosen_TakesThePlaceOfTheWord(string marked, int start, int end)
    {
        var found = Find(marked);

        Assert.Equal((start, end), (found.Start, found.End));
    }

    [Fact]
    public void Caret_AfterAFunction_StandsBetweenItsParentheses()
    {
        Assert.Equal("SUM(".Length, Find("sum|").Items[0].Caret);
        Assert.Equal("TODAY()".Length, Find("today|").Items[0].Caret);
    }

    [Fact]
    public void Field_ThatMayNotBeRead_IsNotSuggested()
    {
        var options = new FormulaOptions(CanRead: (_, field) => field.Key != "price");

        Assert.DoesNotContain(new Suggestions(Sample.Order, options, Chinese).Find("[单", 2, false).Items, item => item.Insert == "[单价]");
    }

    [Fact]
    public void Field_OfALabelThatTwoShare_IsSuggestedByItsKey()
    {
        var schema = new FormulaSchema("x", 1, [new("a", new("金额"), Core.Values.ValueKind.Number, 0), new("b", new("金额"), Core.Values.ValueKind.Number, 1)]);

        Assert.Equal(["[a]", "[b]"], new Suggestions(schema, FormulaOptions.Default, Chinese).Find("金", 1, false).Items.Take(2).Select(item => item.Insert));
    }

    [Theory]
    [InlineData("ROUND(1, |", "ROUND", 1)]
    [InlineData("ROUND(SUM(1, 2)|", "ROUND", 0)]
    [InlineData("ROUND((1 + |", "ROUND", 0)]
    [InlineData("求和（1，|", "SUM", 1)]
    public void Call_AroundTheCaret_IsTold(string marked, string function, int argument)
    {
        var call = OpenCall.At(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal))!;

        Assert.Equal((function, argument), (call.Function.Name, call.Argument));
    }

    [Fact]
    public void Anything_AtAnyPlace_IsAnswered()
    {
        var formulas = new Syntax.RandomFormulas(7);
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = formulas.Soup();
            var caret = random.Next(text.Length + 1);
            var found = new Suggestions(Sample.Order, FormulaOptions.Default, Chinese).Find(text, caret, isAsked: true);
            Assert.InRange(found.Start, 0, caret);
            Assert.InRange(found.End, found.Items.Count == 0 ? 0 : caret, text.Length);
        }
    }

    private static SuggestionList Find(string marked, bool isAsked = false)
        => new Suggestions(Sample.Order, FormulaOptions.Default, Chinese)
            .Find(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal), isAsked);
}

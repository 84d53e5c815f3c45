using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Tests.Compilation;

public sealed class CompiledFormulaTests
{
    [Theory]
    [InlineData("[空数字] + 1", "1")]
    [InlineData("[空数字] < 1", "FALSE")]
    [InlineData("[空数字] >= 1", "FALSE")]
    [InlineData("[空数字] = 0", "FALSE")]
    [InlineData("[空数字] <> 0", "TRUE")]
    [InlineData("[空文本] = \"\"", "TRUE")]
    [InlineData("[空日期] = \"\"", "TRUE")]
    [InlineData("[空数字] = [客户.额度]", "FALSE")]
    [InlineData("[空客户.等级] = [空文本]", "TRUE")]
    [InlineData("NOT([空数字] < 1)", "TRUE")]
    [InlineData("[名称] = \"张三 \"", "FALSE")]
    [InlineData("[空日期] + 1", "blank")]
    public void Blank_InAnOperator_FollowsTheRules(string text, string expected) => Assert.Equal(expected, Evaluate(text));

    [Theory]
    [InlineData("1 / 0", "blank")]
    [InlineData("1 / 0 + 5", "blank")]
    [InlineData("1 / 0 & \"a\"", "blank")]
    [InlineData("1 / 0 = 1 / 0", "blank")]
    [InlineData("NOT(1 / 0 = 1)", "blank")]
    [InlineData("SUM(1, 1 / 0)", "blank")]
    [InlineData("IF([已付], 1, 1 / 0)", "1")]
    [InlineData("IF([空真假], 1, 1 / 0)", "blank")]
    [InlineData("[已付] OR 1 / 0 = 1", "TRUE")]
    [InlineData("1e28 * 1e28", "blank")]
    [InlineData("#9999-12-31# + 1", "blank")]
    public void Failure_InAFormula_MakesItBlankUnlessNotReached(string text, string expected) => Assert.Equal(expected, Evaluate(text));

    [Theory]
    [InlineData("[数量] / [空数字]", "formula.failed")]
    [InlineData("1e28 * 1e28", "formula.failed")]
    public void Failure_AtRunTime_IsReported(string text, string code)
    {
        var reports = new List<FormulaDiagnostic>();
        var context = new EvaluationContext(Sample.Context.Now) { Report = reports.Add };
        Assert.Null(Sample.Compile(text).Evaluate(Sample.Record, context));
        Assert.Equal(code, Assert.Single(reports).Code);
    }

    [Fact]
    public void Blank_AtRunTime_IsNoFailure()
    {
        var reports = new List<FormulaDiagnostic>();
        var context = new EvaluationContext(Sample.Context.Now) { Report = reports.Add };
        Assert.Null(Sample.Compile("YEAR([空日期])").Evaluate(Sample.Record, context));
        Assert.Empty(reports);
    }

    [Theory]
    [InlineData("[数量] > 3 AND [已付] AND [客户.等级] = \"A\"", true)]
    [InlineData("NOT([数量] > 3)", false)]
    [InlineData("[空真假]", false)]
    [InlineData("1 / 0 = 1", false)]
    public void Condition_OfARecord_IsTwoValued(string text, bool expected)
    {
        var formula = Sample.Compile(text, FormulaOptions.Condition);
        Assert.Equal(expected, formula.Holds(Sample.Record, Sample.Context));
        Assert.Equal(expected, formula.Holds(Sample.Record, Sample.Context));
    }

    [Fact]
    public void Formula_EvaluatedAgain_IsCompiledAndGivesTheSame()
    {
        var formula = Sample.Compile("ROUND([单价] * [数量] / 7, 2) & [名称] & SUM([明细.金额])");
        var values = Enumerable.Range(0, 3).Select(_ => formula.Evaluate(Sample.Record, Sample.Context)).ToArray();
        Assert.Equal(["8.93张三35", "8.93张三35", "8.93张三35"], values);
    }

    [Theory]
    [InlineData(15, 59, "2024-02-06")]
    [InlineData(16, 0, "2024-02-07")]
    public void Today_NearMidnight_IsThatOfTheWorkspace(int hour, int minute, string expected)
    {
        var context = new EvaluationContext(new DateTime(2024, 2, 6, hour, minute, 0, DateTimeKind.Utc));
        Assert.Equal(expected, FormulaPrimitives.DateText((DateOnly?)Sample.Compile("TODAY()").Evaluate(Sample.Record, context)));
    }

    [Fact]
    public void Change_OfARecord_IsSeenByOldAndChanged()
    {
        var context = new EvaluationContext(Sample.Context.Now) { Before = Sample.MakeRecord(new DateOnly(2024, 1, 31), quantity: 4) };
        Assert.Equal(4m, Sample.Compile("OLD([数量])").Evaluate(Sample.Record, context));
        Assert.Equal(9m, Sample.Compile("OLD([数量]) + [数量]").Evaluate(Sample.Record, context));
        Assert.Equal(true, Sample.Compile("CHANGED([数量])").Evaluate(Sample.Record, context));
        Assert.Equal(false, Sample.Compile("CHANGED([单价])").Evaluate(Sample.Record, context));
    }

    [Fact]
    public void CurrentUser_OfTheRun_IsComparedWithReferences()
    {
        var context = new EvaluationContext(Sample.Context.Now) { CurrentUser = 7, UserRoles = ["admin"] };
        Assert.Equal(true, Sample.Compile("[客户] = CURRENTUSER() AND CONTAINS(USERROLE(), 'admin')").Evaluate(Sample.Record, context));
    }

    [Fact]
    public void Formula_WithErrors_CannotBeEvaluated()
        => Assert.Throws<InvalidOperationException>(() => Sample.Compile("1 +").Evaluate(Sample.Record, Sample.Context));

    [Fact]
    public void Cache_SameTextAndVersion_GivesTheSameFormula()
    {
        var cache = new FormulaCache();
        var first = cache.Get("[数量] + 1", Sample.Order);
        Assert.Same(first, cache.Get("[数量] + 1", Sample.Order));
        var newer = ((LowCodeErp.Formula.Binding.FormulaSchema)Sample.Order) with { Version = 2 };
        Assert.NotSame(first, cache.Get("[数量] + 1", newer));
    }

    private static string Evaluate(string text) => ValueText.Of(Sample.Compile(text).Evaluate(Sample.Record, Sample.Context), Sample.Context);
}

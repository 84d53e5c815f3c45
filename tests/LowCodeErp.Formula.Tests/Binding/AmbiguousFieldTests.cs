using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Binding;

/// <summary>Labels may be changed freely, so that two fields can come to share one.</summary>
public sealed class AmbiguousFieldTests
{
    private static readonly FormulaSchema Schema = new("order", 1,
    [
        new("price", new("金额"), ValueKind.Number, 0), new("total", new("金额", "Total"), ValueKind.Number, 1),
        new("count", new("total"), ValueKind.Number, 2), new("note", new("备注", "Note"), ValueKind.Text, 3),
    ]);

    [Fact]
    public void Label_OfTwoFields_IsRefusedNamingTheirKeys()
    {
        var diagnostic = Assert.Single(FormulaCompiler.Compile("[金额] + 1", Schema).Diagnostics);
        Assert.Equal("formula.ambiguous-field", diagnostic.Code);
        Assert.Contains("[price] 或 [total]", diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("[price] or [total]", diagnostic.Message.English!, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ThatIsAlsoALabel_MeansTheFieldOfThatKey()
    {
        var formula = FormulaCompiler.Compile("[total]", Schema);
        Assert.Empty(formula.Diagnostics);
        Assert.Equal("total", Assert.Single(formula.Facts.Dependencies).Keys);
    }

    [Fact]
    public void SharedLabel_Printed_GivesWayToTheKey()
    {
        var formula = FormulaCompiler.Compile("[price] + [count] & [note]", Schema);
        Assert.Equal("[price] + [count] & [备注]", formula.PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(formula.PrintWithKeys(), FormulaCompiler.Compile(formula.PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")), Schema).PrintWithKeys());
    }
}

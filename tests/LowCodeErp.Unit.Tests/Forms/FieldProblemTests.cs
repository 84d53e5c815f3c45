using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Forms;

/// <summary>What the summary of a record's mistakes says: each of them with its place in words.</summary>
public sealed class FieldProblemTests
{
    private static readonly FormModel Order = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(
        Form("order").Number("total", "总额").Lines("line", line => line.Number("quantity", "数量")).Labelled("明细"))]).Workspace!.FindForm("order")!;

    [Theory]
    [InlineData("total", "内容不是数字", "总额：内容不是数字")]
    [InlineData("total", "请填写“总额”。", "请填写“总额”。")]
    [InlineData("line[0].quantity", "太大", "明细第 2 行，数量：太大")]
    [InlineData("line[0].quantity", "请填写“数量”。", "明细第 2 行，请填写“数量”。")]
    [InlineData("line[0]", "这一行已被删除", "明细第 2 行，这一行已被删除")]
    [InlineData("", "不能保存", "不能保存")]
    public void Describe_Problem_NamesItsFieldOnce(string path, string message, string expected)
    {
        var draft = RecordDraft.New(Order);
        draft.AddLine(Order["line"]);
        draft.AddLine(Order["line"]).Set(Order["line"].Lines!["quantity"], InputValue.Of(1m));

        Assert.Equal(expected, FieldProblem.Describe(draft, new Diagnostic("x", Severity.Error, path, new LocalizedText(message))).Chinese);
    }
}

using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Formulas;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Extending.Formulas;

/// <summary>Formulas on their way between storage and screen, and what the builder offers of a form.</summary>
public sealed class FormulaPlaceTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly FormulaPlace Place = PlaceOf(Form("order").Text("name").Labelled("名称").Number("amount", "金额").Boolean("paid").Labelled("已付").Date("due").Labelled("到期日")
        .Moment("made").Labelled("创建时间").Member("owner").Labelled("负责人").Lines("line", line => line.Number("price", "单价").Text("note").Labelled("说明")).Labelled("明细"));

    [Theory]
    [InlineData("[amount] > 100", "[金额] > 100")]
    [InlineData("SUM([line.price]) > 0", "SUM([明细.单价]) > 0")]
    [InlineData("[amount] > \"a\"", "[金额] > \"a\"")]
    [InlineData("[gone] > 1", "[gone] > 1")]
    [InlineData("IF([amount] > 100,\n  [paid],\n  FALSE)", "IF([金额] > 100,\n  [已付],\n  FALSE)")]
    [InlineData("[amount] >", "[amount] >")]
    [InlineData("", "")]
    public void Formula_ShownAndStored_IsTheSame(string stored, string shown)
    {
        Assert.Equal(shown, Place.Show(stored, Chinese));
        Assert.Equal(stored, Place.Store(shown));
    }

    [Fact]
    public void Formula_TypedWithFullWidthSignsAndChineseNames_IsStoredCanonically()
        => Assert.Equal("SUM([line.price]) >= 100 AND [paid]", Place.Store("　求和（【明细.单价】）≥１００ 且 [已付] "));

    [Fact]
    public void Formula_TypedInSeveralLines_KeepsThemAndTakesItsNames()
        => Assert.Equal("SUM([line.price]) > 0\n  AND NOT [paid]", Place.Store(" 求和(【明细.单价】) > 0\r\n  AND NOT [已付]"));

    [Fact]
    public void Formula_OfALabelThatIsAnotherFieldsKey_KeepsItsMeaning()
    {
        var place = PlaceOf(Form("order").Number("a", "b").Number("b", "c"));

        Assert.Equal("[a] + [b] > 0", place.Store(place.Show("[a] + [b] > 0", Chinese)));
    }

    [Fact]
    public void Place_OfAFormWithMistakes_KnowsItsFields()
    {
        var result = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(Form("order").Number("amount", "金额").Formula("[gone] +"))]);

        Assert.Null(result.Workspace);
        Assert.Equal("[金额] > 1", PlaceOf(result.Forms.Single(form => form.Key == "order"), result.Forms).Show("[amount] > 1", Chinese));
    }

    [Theory]
    [InlineData("amount", TestOperator.Between, TestOperator.Contains)]
    [InlineData("name", TestOperator.Contains, TestOperator.Less)]
    [InlineData("paid", TestOperator.IsFalse, TestOperator.Equal)]
    [InlineData("due", TestOperator.InPeriod, TestOperator.StartsWith)]
    [InlineData("owner", TestOperator.Equal, TestOperator.Greater)]
    public void Operators_OfAField_FollowFromItsKind(string key, TestOperator offered, TestOperator other)
    {
        var subject = SubjectFields.SubjectOf(Place.Form, key);
        var choices = TestChoices.Of(subject, Place.Form.Find(key)!);

        Assert.Contains(offered, choices);
        Assert.DoesNotContain(other, choices);
    }

    /// <summary>Whatever may be asked of whatever field is a formula without mistakes, which is read as the same question.</summary>
    [Fact]
    public void EveryTest_ThatIsOffered_IsASoundFormulaAndReadAgain()
    {
        var asked = 0;
        foreach (var subject in Subjects())
        {
            var field = SubjectFields.Find(Place.Form, subject.Path)!;
            foreach (var choice in TestChoices.Of(subject, field))
            {
                foreach (var test in Filled(subject, choice, field))
                {
                    asked++;
                    var formula = BuiltConditionWriter.Write(test);
                    Assert.True(Place.Compile(formula).Diagnostics.Count == 0, $"{formula}: {string.Join(' ', Place.Compile(formula).Diagnostics)}");
                    Assert.Equal(formula, Place.Store(formula));
                    Assert.Equal(new BuiltCondition.Group(true, [test]), BuiltConditionReader.Read(formula));
                }
            }
        }

        Assert.True(asked > 60, $"{asked} questions");
    }

    [Fact]
    public void Condition_OnFieldsThatTheFormHasNot_IsNotForTheBuilder()
    {
        Assert.True(SubjectFields.Knows(Place.Form, BuiltConditionReader.Read("[amount] > 1 OR COUNT([line]) > 0")!));
        Assert.False(SubjectFields.Knows(Place.Form, BuiltConditionReader.Read("COUNT([other:order]) > 0")!));
        Assert.False(SubjectFields.Knows(Place.Form, BuiltConditionReader.Read("[line.note] = \"a\"")!));
    }

    [Theory]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("-3", "-3")]
    [InlineData("12.50%", "12.50%")]
    [InlineData("abc", "")]
    [InlineData(" ", "")]
    public void Number_Typed_IsReadAsPeopleWriteIt(string typed, string written) => Assert.Equal(written, OperandChoices.Write(OperandChoices.Read(typed, isNumber: true)));

    private static IEnumerable<Subject> Subjects()
        => SubjectFields.Of(Place.Form).Where(field => field.Lines is null).Select(field => SubjectFields.SubjectOf(Place.Form, field.Key))
            .Concat(Subject.Aggregate.Functions.Select(function => (Subject)new Subject.Aggregate(function, function == Subject.Aggregate.Count ? "line" : "line.price")));

    private static IEnumerable<BuiltCondition.Test> Filled(Subject subject, TestOperator choice, FieldModel field)
    {
        var test = TestChoices.With(Place.Form, subject, choice);
        if (test.IsComplete)
        {
            yield return test;
            yield break;
        }

        var kinds = OperandChoices.KindsOf(subject is Subject.Aggregate ? null : field, hasOtherFields: false);
        foreach (var operand in kinds.Select(kind => kind == OperandKind.Value ? Value(subject, field) : OperandChoices.New(kind)).Where(operand => operand.IsComplete))
        {
            var filled = test with { Operands = choice == TestOperator.Between ? [operand, operand] : [operand] };
            // From today to a later day is asked for as the next days.
            if (BuiltConditionReader.Read(BuiltConditionWriter.Write(filled))!.Items[0] is BuiltCondition.Test { Operator: TestOperator.LastDays or TestOperator.NextDays })
            {
                continue;
            }

            yield return filled;
        }
    }

    private static Operand Value(Subject subject, FieldModel field) => (subject, field.Kind) switch
    {
        (Subject.Aggregate, _) or (_, ValueKind.Number) => new Operand.Number(3),
        (_, ValueKind.Date or ValueKind.DateTime) => new Operand.Date(new(2026, 3, 5)),
        _ => new Operand.Text("a"),
    };

    private static FormulaPlace PlaceOf(FormBuilder form)
    {
        var result = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(form)]);
        return PlaceOf(result.Forms.Single(found => found.Key == "order"), result.Forms);
    }

    private static FormulaPlace PlaceOf(FormModel form, IReadOnlyList<FormModel> forms) => new(form, FormSchemas.Of(1, forms).Of(form), FormulaOptions.Condition);
}

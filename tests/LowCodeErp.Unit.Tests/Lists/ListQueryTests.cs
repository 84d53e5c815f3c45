using LowCodeErp.BuiltIns.Fields.DateAndTime;
using LowCodeErp.BuiltIns.Fields.YesNo;
using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Lists;

public sealed class ListQueryTests
{
    private static readonly FormModel Form = SampleOrder.Form;

    private static readonly FormModel Visit = new TestForm("visit").With("paid", new YesNoField()).With("at", new DateAndTimeField()).Build();

    [Fact]
    public void Query_OfAPlainList_HasTheFormsOwnColumnsAndOrder()
    {
        var query = ListQuery.ForPage(Form, new() { Page = 3, PageSize = 50 });

        Assert.Equal(Form.ListColumns, query.Columns);
        Assert.Null(query.Where);
        Assert.Null(query.Search);
        Assert.Equal((100, 50), (query.Skip, query.Take));
    }

    [Theory]
    [InlineData("?from.amount=1%2C000.5", ComparisonOperator.GreaterOrEqual, "1000.5")]
    [InlineData("?to.amount=20", ComparisonOperator.LessOrEqual, "20")]
    public void Filter_OfANumber_ComparesWithItsBounds(string address, ComparisonOperator comparison, string value)
    {
        var condition = Assert.IsType<Condition.Compare>(ConditionOf(address));

        Assert.Equal((comparison, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)), (condition.Operator, condition.Value.AsNumber()));
    }

    [Fact]
    public void Filter_OfADate_ReadsAnyNotationOfTheField()
        => Assert.Equal(Value.Of(new DateOnly(2026, 3, 5)), Assert.IsType<Condition.Compare>(ConditionOf("?from.day=2026/3/5")).Value);

    [Fact]
    public void Filter_OfAChoice_TakesOptionsAndBlank()
    {
        var condition = Assert.IsType<Condition.Any>(ConditionOf("?in.status=open&in.status=done&in.status="));

        Assert.Equal([Value.Of("open"), Value.Of("done")], Assert.IsType<Condition.OneOf>(condition.Conditions[0]).Values);
        Assert.IsType<Condition.IsBlank>(condition.Conditions[1]);
    }

    [Fact]
    public void Filter_OfAnAnswer_TakesValuesOfItsKind()
        => Assert.Equal([Value.Of(true)], Assert.IsType<Condition.OneOf>(ConditionOf("?in.paid=true&in.paid=maybe", Visit)).Values);

    [Fact]
    public void Filter_OfAMoment_IncludesTheWholeLastDay()
    {
        var from = Assert.IsType<Condition.Compare>(ConditionOf("?from.at=2026-03-05", Visit));
        var upTo = Assert.IsType<Condition.Compare>(ConditionOf("?to.at=2026-03-05", Visit));

        Assert.Equal((ComparisonOperator.GreaterOrEqual, Value.Of(new DateTime(2026, 3, 4, 16, 0, 0))), (from.Operator, from.Value));
        Assert.Equal((ComparisonOperator.Less, Value.Of(new DateTime(2026, 3, 5, 16, 0, 0))), (upTo.Operator, upTo.Value));
    }

    [Fact]
    public void Filter_OfAReference_TakesIdsOrAPartOfTheTitle()
    {
        Assert.Equal([Value.OfReference(12)], Assert.IsType<Condition.OneOf>(ConditionOf("?in.customer=12&in.customer=x")).Values);
        Assert.Equal("张", Assert.IsType<Condition.Contains>(ConditionOf("?has.customer=%E5%BC%A0")).Text);
    }

    [Fact]
    public void Filters_OfSeveralColumns_MustAllHold()
        => Assert.Equal(3, Assert.IsType<Condition.All>(ConditionOf("?has.name=a&from.amount=1&to.amount=2")).Conditions.Count);

    [Theory]
    [InlineData("?from.amount=viel")]
    [InlineData("?has.nothing=1")]
    [InlineData("?from.name=1")]
    [InlineData("?has.amount=1")]
    [InlineData("?in.customer=abc")]
    public void Filter_ThatTheFormCannotRead_IsLeftOut(string address) => Assert.Null(ConditionOf(address));

    [Fact]
    public void Sort_ByAColumn_ReplacesTheOrderOfTheForm()
    {
        var sort = Assert.Single(ListQuery.ForAll(Form, ListAddress.Read("?sort=-name")).Sort);

        Assert.Equal((Form["name"], true), (sort.Field.Field, sort.Descending));
        Assert.Empty(ListQuery.ForAll(Form, ListAddress.Read("?sort=nothing")).Sort);
    }

    [Fact]
    public void Columns_OfALinkOlderThanTheForm_AreThoseThatAreLeft()
        => Assert.Equal([Form["name"]], ListQuery.ColumnsOf(Form, ListAddress.Read("?columns=gone,name,name")));

    private static Condition? ConditionOf(string address, FormModel? form = null) => ListQuery.ForAll(form ?? Form, ListAddress.Read(address)).Where;
}

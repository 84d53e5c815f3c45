using LowCodeErp.Metadata.Views;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Views;

namespace LowCodeErp.Unit.Tests.Lists;

/// <summary>Views and the addresses of lists.</summary>
public sealed class ListViewTests
{
    private static readonly ViewDefinition _definition = new()
    {
        Key = "big", Label = new("大单"), Where = "[amount] > 100", GroupBy = "status", Columns = [new() { Field = "name", Width = 12 }, new() { Field = "amount" }],
        Sort = [new() { Field = "day", Descending = true }, new() { Field = "name" }],
        Filters = [new() { Field = "status", OneOf = ["open", ""], Items = ViewItemMatch.All }, new() { Field = "amount", From = "1" }],
        Colours = [new() { When = "[amount] > 5", Colour = ViewColour.Red, Label = new("大") }],
    };

    private static readonly ListViewSet _views = new([new(new(_definition, [], [], null, [], null, []), IsPersonal: false, []), new(new(_definition, [], [], null, [], null, []), IsPersonal: true, [])], null);

    [Theory]
    [InlineData("?view=big")]
    [InlineData("?view=my.big&page=2")]
    [InlineData("?q=A&view=big&size=50")]
    [InlineData("?view=")]
    public void Address_OfAView_StaysItsNameHoweverMuchItHolds(string address)
        => Assert.Equal(address, ListAddress.Write(_views.Expand(ListAddress.Read(address))));

    [Fact]
    public void View_Named_BringsItsChoices()
    {
        var state = _views.Expand(ListAddress.Read("?view=big&page=3"));

        Assert.Equal(("[amount] > 100", "status", "day", true, 3), (state.Formula, state.GroupBy, state.SortBy, state.Descending, state.Page));
        Assert.Equal([new ListOrder("name", false)], state.ThenBy);
        Assert.Equal(["open", ""], state.FilterOf("status").OneOf);
        Assert.False(state.IsChanged);
    }

    [Fact]
    public void Change_OfAView_StandsInTheAddressWholeAndSurvivesReading()
    {
        var changed = _views.Expand(ListAddress.Read("?view=big")) with { GroupBy = null };

        var address = ListAddress.Write(changed);
        var read = _views.Expand(ListAddress.Read(address));

        Assert.Contains("changed=big", address, StringComparison.Ordinal);
        Assert.Null(read.GroupBy);
        Assert.True(read.IsChanged);
        Assert.Equal(address, ListAddress.Write(read));
        Assert.Equal("?view=big", ListAddress.Write(read with { GroupBy = "status" }));
    }

    [Fact]
    public void Change_ThatLeavesNothingOfAView_IsNotTheViewAgain()
    {
        var empty = _views.Expand(ListAddress.Read("?view=big")).WithoutFilters() with { GroupBy = null, SortBy = null, ThenBy = [], Columns = [] };

        var read = _views.Expand(ListAddress.Read(ListAddress.Write(empty)));

        Assert.False(read.IsFiltered);
        Assert.Empty(read.Columns);
    }

    [Fact]
    public void View_ThatIsGone_LeavesTheRestOfTheAddress()
    {
        var state = _views.Expand(ListAddress.Read("?q=A&view=gone"));

        Assert.Equal("?q=A", ListAddress.Write(state));
    }

    [Fact]
    public void View_TakenFromAList_IsTheSameView()
    {
        var taken = ViewChoices.Take(_definition, ViewChoices.Of(_definition));

        Assert.Equal(LowCodeErp.Metadata.Json.DefinitionWriter.Write(_definition with { Filters = [.. _definition.Filters.OrderBy(filter => filter.Field, StringComparer.Ordinal)] }), LowCodeErp.Metadata.Json.DefinitionWriter.Write(taken));
    }

    [Fact]
    public void Orders_OfSeveralFields_AreAskedOneAfterTheOther()
    {
        var sort = ListQuery.SortOf(SampleOrder.Form, ListAddress.Read("?sort=-amount,name,gone,amount"));

        Assert.Equal([("amount", true), ("name", false)], sort.Select(order => (order.Field.Fields[0].Key, order.Descending)));
    }
}

using LowCodeErp.Portal.Lists;

namespace LowCodeErp.Unit.Tests.Lists;

public sealed class ListAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=%E5%BC%A0%20%26%20%E6%9D%8E")]
    [InlineData("?sort=-order-date&page=3")]
    [InlineData("?from.amount=100&to.amount=200&has.name=A%2BB&in.status=shipped&in.status=&size=50")]
    [InlineData("?columns=code%2Cname")]
    [InlineData("?where=%5B%E9%87%91%E9%A2%9D%5D%20%3E%20100&sort=name")]
    public void Address_ReadAndWrittenAgain_IsTheSame(string address)
        => Assert.Equal(address, ListAddress.Write(ListAddress.Read($"http://localhost/forms/order{address}")));

    [Theory]
    [InlineData("?page=0&size=7")]
    [InlineData("?page=-1&size=x&sort=&in.=1&unknown=2")]
    [InlineData("?sort=-")]
    [InlineData("#q=1")]
    public void Address_WithWhatNobodyOffered_IsTheWholeList(string address)
        => Assert.Equal("", ListAddress.Write(ListAddress.Read(address)));

    [Fact]
    public void Filter_EmptiedAgain_LeavesNothingInTheAddress()
    {
        var state = new ListState { Page = 4 }.With("name", new() { Contains = "张" });

        Assert.Equal("?has.name=%E5%BC%A0", ListAddress.Write(state));
        Assert.Equal("", ListAddress.Write(state.With("name", ColumnFilter.None)));
    }

    [Fact]
    public void Sorting_ByTheSameColumnAgain_GoesUpDownAndBack()
    {
        var up = new ListState().SortedBy("name");
        var down = up.SortedBy("name");

        Assert.Equal(["?sort=name", "?sort=-name", ""], new[] { up, down, down.SortedBy("name") }.Select(ListAddress.Write));
    }
}

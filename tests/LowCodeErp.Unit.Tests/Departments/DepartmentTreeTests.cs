using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;

namespace LowCodeErp.Unit.Tests.Departments;

public sealed class DepartmentTreeTests
{
    private readonly DiagnosticBag _found = new();

    [Fact]
    public void InOrder_Departments_StandBelowTheirOwn()
        => Assert.Equal(["总公司", "总公司/上海", "总公司/上海/销售部", "总公司/北京", "总公司/北京/销售部"], PathsOf(Company()));

    [Theory]
    [InlineData("总公司/上海/销售部", "总公司/上海/销售部")]
    [InlineData(" 上海 ", "总公司/上海")]
    [InlineData("bj", "总公司/北京")]
    [InlineData("销售部", "总公司/上海/销售部 总公司/北京/销售部")]
    [InlineData("市场部", "")]
    public void Named_CodePathOrName_FindsThem(string text, string expected)
    {
        var tree = Company();
        Assert.Equal(expected, string.Join(' ', tree.Named(text).Select(tree.PathOf)));
    }

    [Fact]
    public void TitleOf_NameThatSeveralHave_IsThePath()
    {
        var tree = Company();
        Assert.Equal(["总公司", "上海", "总公司/上海/销售部", "北京", "总公司/北京/销售部"], tree.InOrder.Select(tree.TitleOf));
    }

    [Fact]
    public void Move_WithAllBelow_ChangesPathsAndTrails()
    {
        var tree = Company();
        var moved = tree.Move(One(tree, "上海"), One(tree, "北京"), _found)!;

        Assert.Equal(["总公司", "总公司/北京", "总公司/北京/销售部", "总公司/北京/上海", "总公司/北京/上海/销售部"], PathsOf(moved));
        Assert.Equal("/1/4/2/3/", moved.TrailOf(moved.Named("总公司/北京/上海/销售部").Single()));
    }

    [Fact]
    public void Move_BelowItself_IsRefused()
    {
        var tree = Company();

        Assert.Null(tree.Move(One(tree, "总公司"), One(tree, "上海"), _found));
        Assert.Null(tree.Move(One(tree, "上海"), One(tree, "上海"), _found));
        Assert.Equal(["department.circle", "department.circle"], _found.Items.Select(item => item.Code));
    }

    [Theory]
    [InlineData("", null, "department.name")]
    [InlineData("a/b", null, "department.name")]
    [InlineData("上海", null, "department.name-taken")]
    [InlineData("深圳", "BJ", "department.code-taken")]
    [InlineData("深圳", "S Z", "department.code")]
    public void Add_WhatCannotStand_IsRefused(string name, string? code, string expected)
    {
        var tree = Company();

        Assert.Null(tree.Add(name, One(tree, "总公司"), code, _found));
        Assert.Equal([expected], _found.Items.Select(item => item.Code));
    }

    [Fact]
    public void Add_BeyondTheLayers_IsRefused()
    {
        var tree = DepartmentTree.Empty;
        Department? above = null;
        for (var layer = 1; layer <= DepartmentTree.MostLayers; layer++)
        {
            tree = tree.Add($"第{layer}级", above, null, _found)!;
            above = One(tree, $"第{layer}级");
        }

        Assert.Null(tree.Add("再下级", above, null, _found));
        Assert.Equal(["department.too-deep"], _found.Items.Select(item => item.Code));
    }

    [Fact]
    public void Close_WithOpenOnesBelow_IsRefusedAndAClosedOneIsNotFound()
    {
        var tree = Company();
        Assert.Null(tree.Close(One(tree, "上海"), _found));
        Assert.Equal("department.not-empty", Assert.Single(_found.Items).Code);

        var closed = tree.Close(One(tree, "总公司/上海/销售部"), _found)!;

        Assert.Equal("总公司/北京/销售部", closed.PathOf(One(closed, "销售部")));
        Assert.Equal(5, closed.Count);
    }

    [Fact]
    public void Match_NothingOrAPart_OffersTheTreeOrWhatIsFound()
    {
        var tree = Company();

        Assert.Equal(["总公司", "上海", "销售部", "北京", "销售部"], DepartmentMatch.Find(tree, " ").Select(match => match.Title));
        Assert.Equal(["北京", "总公司/北京/销售部"], DepartmentMatch.Find(tree, "北京").Select(match => match.Title));
        Assert.Equal(["北京"], DepartmentMatch.Find(tree, "b").Select(match => match.Title));
    }

    private static Department One(DepartmentTree tree, string name) => Assert.Single(tree.Named(name));

    private static IEnumerable<string> PathsOf(DepartmentTree tree) => tree.InOrder.Select(tree.PathOf);

    private DepartmentTree Company()
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("部门,编码\n总公司,\n总公司/上海/销售部,\n总公司/北京,BJ\n总公司/北京/销售部,\n"));
        var tree = DepartmentFile.Import(DepartmentTree.Empty, file, "departments.csv", _found);
        Assert.Empty(_found.Items);
        return tree!;
    }
}

using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Unit.Tests.Lists;

public sealed class ListMarkTests
{
    private static readonly FormModel Form = SampleOrder.Form;

    public static TheoryData<string, object?> Values => new()
    {
        { "name", "张三~李四 & 王五" },
        { "name", null },
        { "amount", 1234.5m },
        { "day", new DateOnly(2026, 3, 5) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Mark_ThroughAnAddress_NamesTheSamePlace(string field, object? value)
    {
        IReadOnlyList<SortOrder> sort = [new(FieldPath.Of(Form[field]))];
        var row = Row(Form[field], value);
        var state = new ListState { Page = 3, SortBy = field, Mark = ListMark.Of(sort, row, isBackward: true) };

        var query = ListQuery.ForPage(Form, ListAddress.Read(ListAddress.Write(state)));

        Assert.Equal(new SeekMark(7, row[Form[field]], IsBackward: true), query.Seek);
        Assert.Contains(Form[field], query.Columns);
    }

    [Fact]
    public void Mark_OfTheFirstPageOrAnotherOrder_IsNoPlace()
    {
        var mark = new ListMark("7~张三", IsBackward: false);

        Assert.Null(ListQuery.ForPage(Form, new() { Page = 1, SortBy = "name", Mark = mark }).Seek);
        Assert.Null(ListQuery.ForPage(Form, new() { Page = 2, SortBy = "amount", Mark = mark }).Seek);
        Assert.Null(ListQuery.ForPage(Form, new() { Page = 2, Mark = mark }).Seek);
        Assert.Null(ListQuery.ForPage(Form, new() { Page = 2, SortBy = "customer", Mark = mark }).Seek);
        Assert.DoesNotContain("after", ListAddress.Write(new() { Page = 1, Mark = mark }), StringComparison.Ordinal);
    }

    [Fact]
    public void Mark_OfAVeryLongText_IsNone()
        => Assert.Null(ListMark.Of([new(FieldPath.Of(Form["name"]))], Row(Form["name"], new string('长', 201)), isBackward: false));

    private static RecordRow Row(FieldModel field, object? value)
    {
        var values = new object?[Form.Fields.Count];
        values[field.Ordinal] = value;
        return new() { Form = Form, Id = 7, Version = 1, UpdatedAt = default, Values = values, Titles = new string?[values.Length] };
    }
}

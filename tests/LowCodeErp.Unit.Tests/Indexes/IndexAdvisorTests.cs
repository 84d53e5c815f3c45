using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Runtime.Compilation;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Indexes;

/// <summary>Which index a query lacks, by its conditions, order and groups alone. That databases agree is tested on them.</summary>
public sealed class IndexAdvisorTests
{
    private static readonly FormModel _order = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(
        Form("customer").Text("name", length: 50),
        Form("order").Text("number", length: 20, unique: true).Text("status", length: 20).Number("amount").Date("day").Boolean("urgent")
            .Text("note").Reference("customer", "customer").Field("tags", "test-texts", new { length = 20 }))]).Workspace!.FindForm("order")!;

    private static readonly TableIndex[] _own = [new("PK", ["id"]), new("IX_number", ["number"]), new("IX_customer", ["customer"])];

    [Theory]
    [InlineData("", "", "")]
    [InlineData("status=", "", "status")]
    [InlineData("number=", "", "")]
    [InlineData("customer= status=", "", "")]
    [InlineData("customer= amount>", "day", "")]
    [InlineData("status= urgent=", "", "status urgent")]
    [InlineData("urgent= status= day>", "", "status urgent day")]
    [InlineData("day>", "amount", "day")]
    [InlineData("day>", "day", "day")]
    [InlineData("status=", "amount", "status amount")]
    [InlineData("status=", "status", "status")]
    [InlineData("", "amount", "amount")]
    [InlineData("", "number", "")]
    [InlineData("", "note", "!may be longer")]
    [InlineData("", "customer", "!titles in another form")]
    [InlineData("tags~", "", "!several values")]
    [InlineData("note~", "", "!contains a text")]
    [InlineData("note~ number=", "", "")]
    [InlineData("status!", "", "!Nearly every record")]
    public void Advise_WithTheIndexesThatAreThereAnyway_NamesWhatIsMissing(string conditions, string order, string expected)
    {
        var shown = Show(Advise(conditions, order, findsMany: false, _own));
        Assert.Equal(expected, expected.StartsWith('!') && shown.Contains(expected[1..], StringComparison.Ordinal) ? expected : shown);
    }

    [Theory]
    [InlineData("customer=", "amount", "customer amount")]
    [InlineData("day>", "amount", "amount")]
    [InlineData("customer=", "", "")]
    public void Advise_WhereAnIndexFindsTooManyToSort_AsksForOneInTheOrder(string conditions, string order, string expected)
        => Assert.Equal(expected, Show(Advise(conditions, order, findsMany: true, [.. _own, new("by_day", ["day", "id"])])));

    [Theory]
    [InlineData("status", "status amount")]
    [InlineData("customer", "customer amount")]
    public void Advise_Groups_WantAllThatTheyShowInOneIndex(string by, string expected)
    {
        var demand = ReadDemand.Of(new(_order), new(_order[by], [_order["amount"]], 10));

        Assert.Equal(expected, Show(IndexAdvisor.Advise(demand, _own, findsMany: false)));
        Assert.Equal("", Show(IndexAdvisor.Advise(demand, [new("covering", [by, "amount", "id"])], findsMany: false)));
    }

    [Fact]
    public void Advise_AnIndexThatBeginsElsewhere_DoesNotServe()
        => Assert.Equal("status", Show(Advise("status=", "", findsMany: false, [new("other", ["day", "status"])])));

    [Fact]
    public void Demand_ASearch_CannotBeServed()
        => Assert.Contains("quick search", Show(IndexAdvisor.Advise(ReadDemand.Of(new(_order) { Search = "x" }), _own, findsMany: false)), StringComparison.Ordinal);

    private static IndexAdvice Advise(string conditions, string order, bool findsMany, IReadOnlyList<TableIndex> indexes)
        => IndexAdvisor.Advise(
            ReadDemand.Of(new(_order)
            {
                Where = conditions.Length == 0 ? null : new Condition.All([.. conditions.Split(' ').Select(Read)]),
                Sort = order.Length == 0 ? [] : [new(FieldPath.Find(_order, order)!)],
            }),
            indexes,
            findsMany);

    private static Condition Read(string text)
    {
        var path = FieldPath.Find(_order, text[..^1])!;
        return text[^1] switch
        {
            '=' => new Condition.Compare(path, ComparisonOperator.Equal, Value.Of("x")),
            '>' => new Condition.Compare(path, ComparisonOperator.Greater, Value.Of("x")),
            '!' => new Condition.Compare(path, ComparisonOperator.NotEqual, Value.Of("x")),
            _ when path.Field.IsList => new Condition.HasAny(path, [Value.Of("x")]),
            _ => new Condition.Contains(path, "x"),
        };
    }

    private static string Show(IndexAdvice advice) => advice switch
    {
        IndexAdvice.Missing missing => string.Join(' ', missing.Fields.Select(field => field.Key)),
        IndexAdvice.Impossible impossible => string.Join(' ', impossible.Reasons.Select(reason => reason.In(CultureInfo.GetCultureInfo("en")))),
        _ => "",
    };
}

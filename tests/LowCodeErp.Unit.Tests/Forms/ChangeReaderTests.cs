using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Unit.Tests.Lists;

namespace LowCodeErp.Unit.Tests.Forms;

public sealed class ChangeReaderTests
{
    [Fact]
    public void Changes_OfEveryKind_AreValuesInTheOrderOfTheForm()
    {
        var changes = Read("""{"customer":[null,12],"day":["2026-03-05",null],"amount":[1.5,2],"name":["a","b"]}""");

        Assert.Equal(["name", "amount", "day", "customer"], changes.Select(change => change.Key));
        Assert.Equal((Value.Of(1.5m), Value.Of(2m)), (changes[1].Before, changes[1].After));
        Assert.Equal(Value.Of(new DateOnly(2026, 3, 5)), changes[2].Before);
        Assert.True(changes[2].After.IsBlank);
        Assert.Equal(Value.OfReference(12), changes[3].After);
    }

    [Theory]
    [InlineData("""{"gone":[null,"x"]}""")]
    [InlineData("""{"amount":[null,"x"]}""")]
    public void Change_OfAFieldThatIsNotThatAnyMore_IsShownAsText(string json)
    {
        var change = Assert.Single(Read(json));

        Assert.Null(change.Field);
        Assert.Equal("x", change.After.AsText());
    }

    [Fact]
    public void Change_OfAMaskedField_HoldsMasksAndStaysTheField()
    {
        var change = Assert.Single(ChangeReader.Read(
            SampleOrder.Form, new RecordChange(1, default, "王芳", "update", "page", """{"amount":[null,"***"]}""") { Masked = new HashSet<string> { "amount" } }));

        Assert.Equal(("amount", "***", true), (change.Field!.Key, change.After.AsText(), change.IsMasked));
        Assert.True(change.Before.IsBlank);
    }

    private static IReadOnlyList<FieldChange> Read(string json)
        => ChangeReader.Read(SampleOrder.Form, new RecordChange(1, new(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc), "王芳", "update", "page", json));
}

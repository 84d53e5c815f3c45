using LowCodeErp.BuiltIns.Fields.SubTable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.SubTable;

public sealed class SubTableFieldTests : FieldTypeSpecification<SubTableField>
{
    protected override string ExpectedKey => "sub-table";

    /// <summary>Lines are no value of one field, so there is nothing to read or format.</summary>
    protected override IReadOnlyList<FieldSample> Samples => [];

    [Theory]
    [InlineData(0, "field.sub-table.too-few-lines")]
    [InlineData(1, "")]
    [InlineData(3, "")]
    [InlineData(4, "field.sub-table.too-many-lines")]
    public void Check_NumberOfLines_IsWithinTheLimits(int lines, string code)
    {
        var diagnostics = new DiagnosticBag();

        Type.Check(new(ValueKind.Table, lines), new SubTableSettings { MinimumLines = 1, MaximumLines = 3 }, "lines", diagnostics);

        Assert.Equal(code, string.Concat(diagnostics.Items.Select(item => item.Code)));
    }

    [Fact]
    public void Read_SingleValue_IsRefused() => Assert.Equal(["field.sub-table.one-value"], Read("3").Codes);

    [Fact]
    public void GetShape_WithFields_HandsThemOn()
    {
        var fields = new[] { Field("quantity", "number") };

        Assert.Same(fields, Assert.IsType<FieldShape.SubTable>(Type.GetShape(new SubTableSettings { Fields = fields })).Fields);
    }

    [Fact]
    public void CheckSettings_Contradictions_AreAllReportedAtTheirPlaces()
    {
        var settings = new SubTableSettings { Fields = [Field("quantity", "number"), Field("parts", "sub-table")], MinimumLines = 5, MaximumLines = 2, Totals = ["amount"] };

        Assert.Equal(
            ["settings.fields[1].type", "settings.totals", "settings.minimumLines"],
            CheckSettings(settings).Select(diagnostic => diagnostic.Path));
    }

    [Fact]
    public void CheckSettings_WithoutFields_IsReported()
        => Assert.Equal("field.sub-table.no-fields", Assert.Single(CheckSettings(new SubTableSettings())).Code);

    private static FieldDefinition Field(string key, string type) => new() { Key = key, Type = type, Label = new(key) };
}

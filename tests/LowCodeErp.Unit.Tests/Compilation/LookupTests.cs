using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Compilation;

/// <summary>Fields that show a field of the record that a reference leads to.</summary>
public sealed class LookupTests
{
    [Fact]
    public void Lookup_OfAField_IsLiveWithItsTypeAndSettings()
    {
        var field = Compile(Order().Field("limit", "lookup", new { reference = "customer", field = "credit" })).Workspace!.FindForm("order")!["limit"];

        Assert.Equal(("test-number", 4, true), (field.Type.Key, field.Storage.Scale, field.IsLive));
        Assert.Equal("[customer.credit]", field.Formula!.Text);
    }

    [Fact]
    public void Lookup_OfALookup_ShowsWhatThatShows()
    {
        var field = Compile(Order().Field("place", "lookup", new { reference = "customer", field = "place" })).Workspace!.FindForm("order")!["place"];

        Assert.Equal(("test-text", true), (field.Type.Key, field.IsLive));
    }

    [Fact]
    public void Lookup_OfALine_ReadsItsRecordToo()
    {
        var form = Order().Lines("line", line => line.Number("n").Field("number", "lookup", new { reference = "order", field = "number" }));

        var field = Compile(form).Workspace!.FindForm("order")!["line"].Lines!["number"];

        Assert.Equal("[order.number]", field.Formula!.Text);
    }

    [Theory]
    [InlineData("number", "credit", "metadata.lookup.reference")]
    [InlineData("absent", "credit", "metadata.lookup.reference")]
    [InlineData("customer", "absent", "metadata.field.unknown")]
    [InlineData("customer", "region", "logic.not-computable")]
    public void Lookup_OfWhatItCannotShow_IsRefused(string reference, string field, string expected)
    {
        var diagnostics = Compile(Order().Field("shown", "lookup", new { reference, field })).Diagnostics;

        Assert.Contains(expected, diagnostics.Select(found => found.Code));
        Assert.Contains(diagnostics, found => found.Path.Contains("forms/order.json:", StringComparison.Ordinal) && found.Path.Contains("fields[2]", StringComparison.Ordinal));
    }

    [Fact]
    public void Lookup_WithAFormula_IsRefused()
    {
        var diagnostic = Compile(Order().Field("limit", "lookup", new { reference = "customer", field = "credit" }).Formula("1")).Diagnostics
            .Single(found => found.Path.Contains("fields[2]", StringComparison.Ordinal));

        Assert.Equal("metadata.lookup.formula", diagnostic.Code);
    }

    [Fact]
    public void Lookup_Published_IsStoredAsItWasWritten()
    {
        var package = App.With(Region(), Customer(), Order().Field("limit", "lookup", new { reference = "customer", field = "credit" }));
        var workspace = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [package]).Workspace!;

        Assert.Equal(package.Forms.Select(form => form.Json), StoredFormulas.Write(package, workspace).Forms.Select(form => form.Json));
    }

    private static FormBuilder Region() => Form("region").Text("name");

    private static FormBuilder Customer() => Form("customer").Text("name").Number("credit", scale: 4).Reference("region", "region")
        .Field("place", "lookup", new { reference = "region", field = "name" });

    private static FormBuilder Order() => Form("order").Text("number").Reference("customer", "customer");

    private static CompilationResult Compile(FormBuilder order)
        => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(Region(), Customer(), order)]);
}

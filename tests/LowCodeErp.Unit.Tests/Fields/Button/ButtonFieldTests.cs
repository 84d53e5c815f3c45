using LowCodeErp.BuiltIns.Fields.Button;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Button;

public sealed class ButtonFieldTests : FieldTypeSpecification<ButtonField>
{
    private static readonly ButtonSettings Visit = new() { Style = ButtonStyle.Primary, Form = "visit", Fill = [new() { Field = "customer", From = "id" }] };

    protected override string ExpectedKey => "button";

    protected override IReadOnlyList<FieldSample> Samples => [];

    [Fact]
    public void Read_Anything_IsRefused() => Assert.Equal(["field.button.no-value"], Read("按下").Codes);

    [Theory]
    [InlineData("https://www.example.com/search?q={name}&id={id}", "")]
    [InlineData("tel:{phone}", "")]
    [InlineData("mailto:{email}?subject={name}", "")]
    [InlineData("javascript:alert({name})", "field.button.link")]
    [InlineData("https://{site}/", "field.button.link")]
    [InlineData("https://{site}.example.com/", "field.button.link")]
    [InlineData("https://www.example.com@{site}/", "field.button.link")]
    [InlineData("https://name@evil.example/{x}", "field.button.link")]
    [InlineData("//www.example.com/{name}", "field.button.link")]
    [InlineData("{site}", "field.button.link")]
    [InlineData("", "field.button.action")]
    public void CheckSettings_Links_AreSafeOrRefused(string link, string code)
        => Assert.Equal(code, string.Concat(CheckSettings(new ButtonSettings { Link = link }).Select(item => item.Code)));

    [Fact]
    public void CheckSettings_TwoActions_AreRefused()
        => Assert.Equal("field.button.action", Assert.Single(CheckSettings(Visit with { Link = "https://www.example.com/" })).Code);

    [Fact]
    public void Shape_OfALink_NamesItsFieldsOnce()
    {
        var shape = Assert.IsType<FieldShape.Action>(Type.GetShape(new ButtonSettings { Link = "https://www.example.com/{name}/{id}?again={name}" }));
        Assert.Equal(["name", "id"], Assert.IsType<FieldAction.OpenLink>(shape.Does).Fields);
    }

    [Theory]
    [InlineData("""{"form": "visit", "fill": [{"field": "customer", "from": "id"}, {"field": "subject", "from": "name"}]}""", "")]
    [InlineData("""{"link": "https://www.example.com/{name}"}""", "")]
    [InlineData("""{"link": "https://www.example.com/{nobody}"}""", "metadata.action.field")]
    [InlineData("""{"link": "https://www.example.com/{tags}"}""", "metadata.action.field")]
    [InlineData("""{"form": "nothing"}""", "metadata.form.unknown")]
    [InlineData("""{"form": "visit", "fill": [{"field": "nobody", "from": "id"}]}""", "metadata.action.field")]
    [InlineData("""{"form": "visit", "fill": [{"field": "subject", "from": "id"}]}""", "metadata.action.unsuitable")]
    [InlineData("""{"form": "visit", "fill": [{"field": "day", "from": "name"}]}""", "metadata.action.unsuitable")]
    public void Compile_WhatAButtonOpensAndReads_HasToExist(string settings, string code)
        => Assert.Equal(code, string.Concat(Compile(new() { Key = "press", Type = "button", Label = new("按钮"), Settings = Json(settings) })));

    [Fact]
    public void Compile_WhatOnlyAValueCanHave_IsRefused()
    {
        var field = new FieldDefinition { Key = "press", Type = "button", Label = new("按钮"), Settings = Json("""{"link": "https://www.example.com/"}""") };

        Assert.Equal(["metadata.action.no-value"], Compile(field with { Required = true }));
        Assert.Equal(["metadata.action.no-value"], Compile(field with { ReadOnlyWhen = "[name] = \"x\"" }));
        Assert.Empty(Compile(field with { VisibleWhen = "[name] = \"x\"" }));
    }

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonDocument.Parse(text).RootElement;

    private static IEnumerable<string> Compile(FieldDefinition button)
    {
        var customer = new FormDefinition
        {
            Key = "customer", Label = new("客户"), Title = "name",
            Fields = [Field("name", "text"), Field("tags", "tags"), button],
        };
        var visit = new FormDefinition
        {
            Key = "visit", Label = new("拜访"), Title = "subject",
            Fields = [Field("subject", "text"), Field("day", "date"), Field("customer", "reference") with { Settings = Json("""{"form": "customer"}""") }],
        };
        var app = new AppDefinition { Key = "test", Label = new("测试") };
        return new WorkspaceCompiler(PartedForm.Catalog, new([])).Compile(1,
        [
            new(new("app.json", app, DefinitionWriter.Write(app)),
                [new("forms/customer.json", customer, DefinitionWriter.Write(customer)), new("forms/visit.json", visit, DefinitionWriter.Write(visit))], []),
        ]).Diagnostics.Select(diagnostic => diagnostic.Code);
    }

    private static FieldDefinition Field(string key, string type) => new() { Key = key, Type = type, Label = new(key) };
}

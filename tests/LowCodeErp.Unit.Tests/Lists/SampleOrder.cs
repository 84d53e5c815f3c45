using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.BuiltIns.Fields.SubTable;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Lists;

/// <summary>A form with a field of each kind, and lines.</summary>
internal static class SampleOrder
{
    public static FormModel Form { get; } = new TestForm("order")
        .With("name", new TextField())
        .With("amount", new NumberField())
        .With("day", new DateField())
        .With("status", new ChoiceField(), new ChoiceSettings { Options = [Option("open"), Option("done")] })
        .With("customer", new ReferenceField(), new ReferenceSettings { Form = "customer" })
        .WithLines("line", new SubTableField(), new TestForm("line").With("product", new TextField()).With("quantity", new NumberField()))
        .Build();

    private static ChoiceOption Option(string key) => new() { Key = key, Label = new(key) };
}

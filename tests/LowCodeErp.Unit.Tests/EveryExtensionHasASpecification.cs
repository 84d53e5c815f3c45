using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Specifications.Fields;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests;

public sealed class EveryExtensionHasASpecification
{
    [Fact]
    public void FieldTypes_OfTheBuiltIns_AreEachTestedByASpecification()
    {
        var tested = typeof(EveryExtensionHasASpecification).Assembly.GetTypes().Select(SpecifiedBy).OfType<Type>().ToHashSet();

        var missing = ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Where(type => !tested.Contains(type)).Select(type => type.Name);

        Assert.Empty(missing);
    }

    [Fact]
    public void FieldTypes_OfTheBuiltIns_HaveKeysOfTheirOwn()
    {
        var types = ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!);

        var catalog = new ExtensionCatalog<IFieldType>(types);

        Assert.Equal(
            [
                "address", "attachment", "auto-number", "barcode", "button", "choice", "colour", "credit-code", "date", "date-range", "date-time", "department",
                "division", "email", "image", "location", "member", "members", "money", "multi-choice", "multi-line", "number", "percent", "phone", "rating",
                "reference", "references", "rich-text", "signature", "sub-table", "tags", "text", "time", "url", "yes-no",
            ],
            catalog.All.Select(type => type.Key));
    }

    [Fact]
    public void FlowNodes_OfTheBuiltIns_AreEachTestedByASpecification()
    {
        var tested = typeof(EveryExtensionHasASpecification).Assembly.GetTypes().Select(SpecifiedBy).OfType<Type>().ToHashSet();

        Assert.Empty(ExtensionScanner.Find<IFlowNode>(typeof(TextField).Assembly).Where(type => !tested.Contains(type)).Select(type => type.Name));
    }

    private static Type? SpecifiedBy(Type test)
    {
        for (var specification = test.BaseType; specification is not null && !test.IsAbstract; specification = specification.BaseType)
        {
            if (specification.IsGenericType && specification.GetGenericTypeDefinition() is var kind && (kind == typeof(FieldTypeSpecification<>) || kind == typeof(FlowNodeSpecification<>)))
            {
                return specification.GetGenericArguments()[0];
            }
        }

        return null;
    }
}

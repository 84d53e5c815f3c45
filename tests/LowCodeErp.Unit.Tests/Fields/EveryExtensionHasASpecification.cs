using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields;

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

    private static Type? SpecifiedBy(Type test)
    {
        for (var specification = test.BaseType; specification is not null && !test.IsAbstract; specification = specification.BaseType)
        {
            if (specification.IsGenericType && specification.GetGenericTypeDefinition() == typeof(FieldTypeSpecification<>))
            {
                return specification.GetGenericArguments()[0];
            }
        }

        return null;
    }
}

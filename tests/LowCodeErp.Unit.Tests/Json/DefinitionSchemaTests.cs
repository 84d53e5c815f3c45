using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

public sealed class DefinitionSchemaTests
{
    [Fact]
    public void Schema_OfASample_IsAsRecorded()
        => Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Json", "sample.schema.json")), DefinitionSchema.For(typeof(SampleDefinition)));

    [Fact]
    public void Type_ThatHasNoPlaceInMetadata_IsABugOfItsAuthor()
        => Assert.Throws<InvalidOperationException>(() => DefinitionSchema.For(typeof(Uri)));
}

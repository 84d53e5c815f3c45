using LowCodeErp.Architecture.Tests.Sources;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Architecture.Tests.Snapshots;

/// <summary>The JSON schemas in <c>templates/schema</c> are those of the definition records.</summary>
public sealed class SchemaTests
{
    private const string Folder = "templates/schema";

    private static readonly Dictionary<string, Type> _schemas = new()
    {
        ["app"] = typeof(AppDefinition),
        ["form"] = typeof(FormDefinition),
        ["flow"] = typeof(FlowDefinition),
        ["role"] = typeof(RoleDefinition),
        ["tier-model"] = typeof(TierModelDefinition),
        ["rollup"] = typeof(RollupSettings),
        ["import-mapping"] = typeof(ImportMapping),
    };

    public static TheoryData<string> Names => [.. _schemas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_IsUpToDate(string name) => Snapshot.AssertEqual($"{Folder}/{name}.schema.json", DefinitionSchema.For(_schemas[name]));

    [Fact]
    public void Folder_HasNoOtherSchemas()
        => Findings.AssertNone(Repository.Files.Where(file => file.IsIn(Folder)).Select(file => file.Name.Split('.')[0]).Except(_schemas.Keys));
}

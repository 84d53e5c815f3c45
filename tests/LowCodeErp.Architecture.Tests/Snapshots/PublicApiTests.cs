using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Architecture.Tests.Snapshots;

/// <summary>What authors of extensions build on. A change of the file is a change of a promise, and so to be seen in review.</summary>
public sealed class PublicApiTests
{
    private const string File = "tests/LowCodeErp.Architecture.Tests/Snapshots/extension-api.txt";

    private static readonly string[] _namespaces = ["LowCodeErp.Runtime.Extensibility", "LowCodeErp.Runtime.Fields"];

    [Fact]
    public void ExtensionApi_IsAsRecorded()
    {
        var types = typeof(IExtension).Assembly.GetExportedTypes().Where(type => _namespaces.Contains(type.Namespace));

        Snapshot.AssertEqual(File, string.Join("\n", types.Select(ApiText.Of).Order(StringComparer.Ordinal)));
    }
}

using YamlDotNet.RepresentationModel;

namespace LowCodeErp.Web.Tests.Docker;

public sealed class ComposeTests
{
    private readonly YamlMappingNode _file = Read();

    private YamlMappingNode Web => (YamlMappingNode)_file["services"]["web"];

    [Fact]
    public void Build_NamesTheDockerfile()
    {
        var context = Path.Combine(DockerFolder.Root, "docker", TextOf(Web["build"]["context"]));

        Assert.True(File.Exists(Path.Combine(context, TextOf(Web["build"]["dockerfile"]))));
    }

    [Fact]
    public void Data_IsANamedVolumeMountedWhereTheImageKeepsIt()
    {
        var mounts = TextsOf(Web["volumes"]).Select(mount => mount.Split(':')).ToList();

        Assert.Equal([["data", DockerFolder.TextOf("VOLUME")]], mounts);
        Assert.True(((YamlMappingNode)_file["volumes"]).Children.ContainsKey("data"));
    }

    [Fact]
    public void Port_LeadsToThePortOfTheImage()
        => Assert.EndsWith(":" + DockerFolder.TextOf("EXPOSE"), Assert.Single(TextsOf(Web["ports"])), StringComparison.Ordinal);

    [Fact]
    public void HealthCheck_IsThatOfTheImage()
    {
        var words = TextsOf(Web["healthcheck"]["test"]);
        var image = DockerFolder.TextOf("HEALTHCHECK");

        Assert.Equal("CMD", words[0]);
        Assert.Equal(DockerFolder.WordsOf(image[image.IndexOf('[', StringComparison.Ordinal)..]), words.Skip(1));
    }

    [Fact]
    public void Container_ComesBackAndIsLockedDown()
    {
        Assert.Equal("unless-stopped", TextOf(Web["restart"]));
        Assert.Equal("true", TextOf(Web["read_only"]));
        Assert.Equal(["ALL"], TextsOf(Web["cap_drop"]));
        Assert.StartsWith("/tmp:", Assert.Single(TextsOf(Web["tmpfs"])), StringComparison.Ordinal);
    }

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(DockerFolder.Read("compose.yaml")));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string TextOf(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static List<string> TextsOf(YamlNode node) => [.. ((YamlSequenceNode)node).Select(TextOf)];
}

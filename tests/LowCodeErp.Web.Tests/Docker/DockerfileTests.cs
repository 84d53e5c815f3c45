namespace LowCodeErp.Web.Tests.Docker;

public sealed class DockerfileTests
{
    [Fact]
    public void Copy_FromTheRepository_NamesOnlyWhatExists()
    {
        var sources = DockerFolder.ReadDockerfile()
            .Where(instruction => instruction.Name == "COPY" && !instruction.Text.StartsWith("--from=", StringComparison.Ordinal))
            .SelectMany(instruction => instruction.Text.Split(' ')[..^1])
            .ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(DockerFolder.Root, source)), $"COPY {source}: there is no such file or folder."));
    }

    [Fact]
    public void Copy_FromTheRepository_IsNotLeftOutByTheIgnoreFile()
    {
        var lines = DockerFolder.Read("Dockerfile.dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var kept = lines.Where(line => line.StartsWith('!')).Select(line => line[1..]).ToHashSet();

        var sources = DockerFolder.ReadDockerfile()
            .Where(instruction => instruction.Name == "COPY" && !instruction.Text.StartsWith("--from=", StringComparison.Ordinal))
            .SelectMany(instruction => instruction.Text.Split(' ')[..^1]);

        Assert.All(sources, source => Assert.Contains(source.TrimEnd('/'), kept));
    }

    [Fact]
    public void User_OfTheLastStage_IsNotRoot()
        => Assert.Matches("^([$]APP_UID|app|[1-9][0-9]*)(:|$)", DockerFolder.TextOf("USER"));

    [Fact]
    public void Data_LiesInTheVolume()
    {
        var settings = DockerFolder.TextOf("ENV").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2)).ToDictionary(setting => setting[0], setting => setting[1]);

        var volume = DockerFolder.TextOf("VOLUME");
        Assert.StartsWith(volume + "/", settings["LOWCODE_DATABASE"], StringComparison.Ordinal);
        Assert.Equal(volume, settings["HOME"]);
        Assert.Equal(DockerFolder.TextOf("EXPOSE"), settings["ASPNETCORE_HTTP_PORTS"]);
    }

    [Fact]
    public void HealthCheck_AsksThePortThatIsServed()
    {
        var check = DockerFolder.TextOf("HEALTHCHECK");

        var words = DockerFolder.WordsOf(check[check.IndexOf('[', StringComparison.Ordinal)..]);

        Assert.Equal([.. DockerFolder.WordsOf(DockerFolder.TextOf("ENTRYPOINT")), "health", "--url", $"http://localhost:{DockerFolder.TextOf("EXPOSE")}"], words);
    }

    [Fact]
    public void Publish_NamesAProjectThatExists()
    {
        var command = DockerFolder.ReadDockerfile().Single(instruction => instruction.Text.StartsWith("dotnet publish ", StringComparison.Ordinal)).Text.Split(' ');

        Assert.True(Directory.Exists(Path.Combine(DockerFolder.Root, command[2])));
    }
}

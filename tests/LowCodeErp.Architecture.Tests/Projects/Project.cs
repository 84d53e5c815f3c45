using System.Xml.Linq;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Projects;

/// <summary>A project file of the repository.</summary>
public sealed record Project(string Name, SourceFile File)
{
    public const string Prefix = "LowCodeErp.";

    public static IReadOnlyList<Project> All { get; } =
        [.. Repository.Files.Where(file => file.Extension == ".csproj").Select(file => new Project(Path.GetFileNameWithoutExtension(file.Path), file))];

    public static IEnumerable<Project> OfProduct => All.Where(project => project.File.IsIn("src"));

    /// <summary>The last part of the name: <c>Runtime</c>.</summary>
    public string ShortName => Name[Prefix.Length..];

    public IReadOnlyList<string> References => [.. NamesOf("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)[Prefix.Length..])];

    public IReadOnlyList<string> Packages => [.. NamesOf("PackageReference")];

    private IEnumerable<string> NamesOf(string element) => XDocument.Parse(File.Text).Descendants(element).Select(found => found.Attribute("Include")!.Value);
}

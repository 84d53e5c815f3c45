using System.Reflection;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Projects;

/// <summary>The arrows between the projects, in their files and in what was compiled from them.</summary>
public sealed class LayerTests
{
    /// <summary>What each project may name in its file; what these name in turn comes with them.</summary>
    private static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["Core"] = [],
        ["Metadata"] = ["Core"],
        ["Formula"] = ["Core"],
        ["Runtime"] = ["Metadata", "Formula"],
        ["Data"] = ["Runtime"],
        ["UI"] = ["Runtime"],
        ["BuiltIns"] = ["UI"],
        ["Portal"] = ["UI"],
        ["Studio"] = ["Portal"],
        ["Web"] = ["Core", "Metadata", "Formula", "Runtime", "Data", "UI", "BuiltIns", "Portal", "Studio"],
    };

    /// <summary>What the assemblies of a project, and so its sources, must not know.</summary>
    private static readonly Dictionary<string, string[]> _strangers = new()
    {
        ["Core"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Radzen"],
        ["Metadata"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Radzen"],
        ["Formula"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Radzen"],
        ["Runtime"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Radzen"],
        ["Data"] = ["Radzen", "Microsoft.AspNetCore.Components"],
        ["UI"] = ["Microsoft.EntityFrameworkCore"],
        ["BuiltIns"] = ["Microsoft.EntityFrameworkCore"],
        ["Portal"] = ["Microsoft.EntityFrameworkCore"],
        ["Studio"] = ["Microsoft.EntityFrameworkCore"],
        ["Web"] = [],
    };

    public static TheoryData<string> Projects => [.. Project.OfProduct.Select(project => project.ShortName)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectFile_References_FollowTheArrows(string name)
        => Findings.AssertNone(Find(name).References.Except(_arrows[name]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assembly_References_FollowTheArrows(string name)
    {
        var used = Assembly.Load(Project.Prefix + name).GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Findings.AssertNone(used.Where(reference => reference.StartsWith(Project.Prefix, StringComparison.Ordinal))
            .Select(reference => reference[Project.Prefix.Length..]).Except(Reachable(name)));
        Findings.AssertNone(used.Where(reference => _strangers[name].Any(stranger => reference.StartsWith(stranger, StringComparison.Ordinal))));
    }

    [Fact]
    public void Core_HasNoPackages() => Findings.AssertNone(Find("Core").Packages);

    [Fact]
    public void Controls_KnowNoMetadata()
    {
        var controls = Repository.ProductCode.Where(file => file.IsIn("src/LowCodeErp.UI/Controls") || file.IsIn("src/LowCodeErp.UI/Theme"));

        Findings.AssertNone(controls.Where(file => file.Text.Contains("LowCodeErp.Runtime", StringComparison.Ordinal) || file.Text.Contains("LowCodeErp.Metadata", StringComparison.Ordinal)));
    }

    [Fact]
    public void Solution_HasEveryProject()
    {
        var solution = Repository.Find("LowCodeErp.sln").Text;

        Findings.AssertNone(Project.All.Where(project => !solution.Contains($"\"{project.Name}\"", StringComparison.Ordinal)).Select(project => project.Name));
    }

    private static Project Find(string name) => Project.OfProduct.Single(project => project.ShortName == name);

    private static IEnumerable<string> Reachable(string name) => _arrows[name].Union(_arrows[name].SelectMany(Reachable));
}

using System.Reflection;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Projects;

/// <summary>The arrows between the projects, in their files and in what was compiled from them.</summary>
public sealed class LayerTests
{
    private const string Interpreter = "Jint";

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
        ["ScriptHost"] = ["Core"],
        ["Web"] = ["Core", "Metadata", "Formula", "Runtime", "Data", "UI", "BuiltIns", "Portal", "Studio", "ScriptHost"],
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
        ["ScriptHost"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Radzen"],
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
        var used = ReferencesOf(name);

        Findings.AssertNone(used.Where(reference => reference.StartsWith(Project.Prefix, StringComparison.Ordinal))
            .Select(reference => reference[Project.Prefix.Length..]).Except(Reachable(name)));
        Findings.AssertNone(used.Where(reference => _strangers[name].Any(stranger => reference.StartsWith(stranger, StringComparison.Ordinal))));
    }

    /// <summary>It is no sandbox: nothing that knows the database or a secret may have it within reach.</summary>
    [Fact]
    public void Jint_IsKnownToTheScriptHostOnly()
    {
        Assert.Equal(["ScriptHost"], Project.OfProduct.Where(project => project.Packages.Contains(Interpreter)).Select(project => project.ShortName));
        Assert.Equal(["ScriptHost"], Project.OfProduct.Select(project => project.ShortName).Where(name => ReferencesOf(name).Contains(Interpreter, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Only the first lines of the program, and what tells it how to start itself, know that there is a worker in it.</summary>
    [Fact]
    public void ScriptHost_IsNamedWhereTheProgramStartsOnly()
        => Assert.Equal(
            ["src/LowCodeErp.Web/Hosting/ScriptSetup.cs", "src/LowCodeErp.Web/Program.cs"],
            Repository.ProductCode.Where(file => !file.IsIn("src/LowCodeErp.ScriptHost") && file.Text.Contains("using LowCodeErp.ScriptHost", StringComparison.Ordinal)).Select(file => file.Path).Order(StringComparer.Ordinal));

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

    private static IReadOnlyList<string> ReferencesOf(string name) => [.. Assembly.Load(Project.Prefix + name).GetReferencedAssemblies().Select(reference => reference.Name!)];

    private static IEnumerable<string> Reachable(string name) => _arrows[name].Union(_arrows[name].SelectMany(Reachable));
}

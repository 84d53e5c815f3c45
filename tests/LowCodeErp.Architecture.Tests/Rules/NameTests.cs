using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>Names that say nothing of the subject gather code that belongs elsewhere.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void Folders_AreNamedAfterASubject()
        => Findings.AssertNone(Repository.Files.Where(file => file.Path.Split('/')[..^1].Any(folder => EmptyFolderName().IsMatch(folder))));

    [Fact]
    public void Types_AreNamedAfterASubject()
        => Findings.AssertNone(Repository.Code.SelectMany(TypeDeclaration.In).Where(type => EmptyTypeName().IsMatch(type.Name)));

    [Fact]
    public void Files_AreNamedAfterTheirType()
        => Findings.AssertNone(Repository.ProductCode
            .Where(file => file.Extension == ".cs" && file.Name != "Program.cs")
            .Where(file => TypeDeclaration.In(file).All(type => type.Name != file.Name.Split('.')[0])));

    /// <summary>Whoever looks for a type looks for its file.</summary>
    [Fact]
    public void Files_HaveOnePublicType()
        => Findings.AssertNone(Repository.ProductCode.SelectMany(file => TypeDeclaration.In(file).Where(type => type.IsPublic && !IsCompanion(type)).Skip(1)));

    /// <summary>An enum may stand beside the one type that it describes, and a short settings record beside its extension.</summary>
    private static bool IsCompanion(TypeDeclaration type) => type.Kind == "enum" || type.Name.EndsWith("Settings", StringComparison.Ordinal);

    [GeneratedRegex("^(Helpers?|Utils?|Utilities|Common|Models|Services|Managers?|Contracts|Extensions)$")]
    private static partial Regex EmptyFolderName();

    [GeneratedRegex("^(Default[A-Z].*|(.*(Impl|Helpers?|Utils?|Utilities|Managers?|Contracts|Extensions|Services))|Common|Models)$")]
    private static partial Regex EmptyTypeName();
}

using System.Text.RegularExpressions;

namespace LowCodeErp.Architecture.Tests.Sources;

/// <summary>A type declared at the left margin, that is, not within another.</summary>
public sealed partial record TypeDeclaration(SourceFile File, string Kind, string Name, bool IsPublic)
{
    public static IReadOnlyList<TypeDeclaration> In(SourceFile file)
        => [.. Pattern().Matches(file.Text).Select(match => new TypeDeclaration(
            file, match.Groups["kind"].Value, match.Groups["name"].Value, match.Value.StartsWith("public", StringComparison.Ordinal)))];

    public override string ToString() => $"{File.Path}: {Kind} {Name}";

    [GeneratedRegex(@"^(public |internal )?((sealed|static|abstract|partial|readonly|ref|file) )*(?<kind>class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

namespace LowCodeErp.Architecture.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Extension => System.IO.Path.GetExtension(Path);

    /// <summary>Without the line break at the end of the file, which is no line of its own.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Lines that are more than a comment, with the number that editors show.</summary>
    public IEnumerable<(int Number, string Text)> CodeLines
        => Lines.Select((text, index) => (index + 1, text)).Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    public override string ToString() => Path;
}

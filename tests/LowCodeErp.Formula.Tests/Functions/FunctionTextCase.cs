namespace LowCodeErp.Formula.Tests.Functions;

/// <summary>
/// A case of a text file that anyone can read and write: a line with <c>&gt;&gt;</c> and the formula, below it the result.
/// <c>blank</c> is no value, <c>error code</c> a formula that is refused, <c>// …</c> a remark.
/// </summary>
public sealed record FunctionTextCase(string File, int Line, string Formula, string Expected)
{
    public static IEnumerable<FunctionTextCase> All => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Functions"), "*.txt")
        .Order(StringComparer.Ordinal)
        .SelectMany(Read);

    private static IEnumerable<FunctionTextCase> Read(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith(">> ", StringComparison.Ordinal))
            {
                yield return new(Path.GetFileNameWithoutExtension(file), index + 1, lines[index][3..], lines[index + 1]);
            }
        }
    }

    public override string ToString() => $"{File}.txt:{Line} {Formula}";
}

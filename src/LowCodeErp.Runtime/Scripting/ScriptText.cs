using System.Text;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Scripting;

/// <summary>
/// What can be said of a script without reading it as a program: that it is too long, or so deeply nested that a parser might not
/// survive it. For use before it is stored as well.
/// </summary>
public static class ScriptText
{
    public const int MaximumBytes = 16 * 1024;

    public const int MaximumDepth = 64;

    public static IReadOnlyList<Diagnostic> Check(string source)
    {
        var bytes = Encoding.UTF8.GetByteCount(source);
        return bytes > MaximumBytes ? [ScriptDiagnostics.TooLong(bytes, MaximumBytes)]
            : ScriptDepth.FindTooDeep(source, MaximumDepth) is { } index ? [TooDeep(source, index)]
            : [];
    }

    private static Diagnostic TooDeep(string source, int index)
    {
        var before = source.AsSpan(0, index);
        return ScriptDiagnostics.TooDeep(before.Count('\n') + 1, index - before.LastIndexOf('\n'), MaximumDepth);
    }
}

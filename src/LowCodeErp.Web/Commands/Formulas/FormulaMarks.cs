using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>A mistake in a formula for a console: what is wrong, the line that it is in, and carets under the characters meant.</summary>
internal static class FormulaMarks
{
    private const string Indent = "  ";

    public static string Write(string text, FormulaDiagnostic diagnostic)
    {
        var message = diagnostic.Severity == Severity.Warning
            ? $"{new LocalizedText("警告", "warning")}: {diagnostic.Message}"
            : diagnostic.Message.ToString();
        return string.IsNullOrWhiteSpace(text) ? message : string.Join(Environment.NewLine, message, Mark(text, diagnostic.Span));
    }

    public static void Report(string text, IEnumerable<FormulaDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.WriteLine(Write(text, diagnostic));
        }
    }

    private static string Mark(string text, TextSpan span)
    {
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', span.Start) is >= 0 and var next ? next : text.Length;
        var before = WidthOf(text.AsSpan(start, span.Start - start));
        var marked = WidthOf(text.AsSpan(span.Start, Math.Clamp(span.End, span.Start, end) - span.Start));
        return $"{Indent}{Flatten(text[start..end])}{Environment.NewLine}{Indent}{new string(' ', before)}{new string('^', Math.Max(1, marked))}";
    }

    /// <summary>A tab would have a width of its own on each console.</summary>
    private static string Flatten(string line) => string.Concat(line.Select(character => char.IsControl(character) ? ' ' : character));

    private static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += IsWide(rune) ? 2 : 1;
        }

        return width;
    }

    /// <summary>Chinese, Japanese, Korean, full-width forms and emoji take two columns of a console.</summary>
    private static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}

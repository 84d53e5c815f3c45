using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Text;

/// <summary>A mistake in a formula: which characters, what is wrong with them, and what to write instead.</summary>
public sealed record FormulaDiagnostic(string Code, Severity Severity, TextSpan Span, LocalizedText Message)
{
    /// <summary>Whether a calculation had no result, of all that is told while formulas are evaluated.</summary>
    public bool IsFailure => Code == FormulaDiagnostics.Failed(default).Code;

    /// <summary>The same mistake as the rest of the system sees it; the path names the formula, then the characters.</summary>
    public Diagnostic ToDiagnostic(string path) => new(Code, Severity, $"{path}@{Span.Start}+{Span.Length}", Message);

    public override string ToString() => $"{Span.Start}+{Span.Length} {Code}: {Message}";
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.UI.Formulas;

/// <summary>What is wrong with a formula, below its box.</summary>
/// <param name="Part">The characters that are meant; blank for the whole.</param>
internal sealed record FormulaMessage(Severity Severity, string Part, LocalizedText Text);

using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Importing;

/// <param name="Row">As the spreadsheet program numbers it; null when the whole file is meant.</param>
/// <param name="Column">The name of the column in the file; null when the whole row is meant.</param>
public sealed record ImportError(int? Row, string? Column, Diagnostic Diagnostic);

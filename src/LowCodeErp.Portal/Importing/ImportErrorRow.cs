using LowCodeErp.Core.Naming;

namespace LowCodeErp.Portal.Importing;

/// <summary>An error as a person needs it to mend the file.</summary>
/// <param name="Row">As the spreadsheet program numbers it; null when the whole file is meant.</param>
/// <param name="Column">The name of the column; null when the whole row is meant.</param>
/// <param name="Value">What stands there.</param>
public sealed record ImportErrorRow(int? Row, string? Column, string? Value, LocalizedText Message);

using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Inference;

/// <summary>A value that a field of a type could not hold.</summary>
/// <param name="Row">As the spreadsheet program numbers it.</param>
/// <param name="Reason">In the words of the field type.</param>
public sealed record Misfit(int Row, string Text, LocalizedText Reason);

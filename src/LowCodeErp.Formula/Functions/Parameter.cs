using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions;

/// <param name="IsPrintable">Takes a text, or anything that has a fixed way of being written as one.</param>
/// <param name="Default">What an optional parameter is when it is left out; null is blank.</param>
public sealed record Parameter(
    FormulaType Type, LocalizedText Name, ParameterShape Shape, bool IsPrintable, bool IsOptional, object? Default);

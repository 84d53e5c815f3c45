using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions;

/// <param name="Default">What an optional parameter is when it is left out; null is blank.</param>
public sealed record Parameter(FormulaType Type, LocalizedText Name, ParameterShape Shape, bool IsOptional, object? Default);

using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Editing;

/// <summary>Something that may be written where the caret stands.</summary>
/// <param name="Name">As it is listed: 客户.等级, SUM.</param>
/// <param name="Insert">What is written in the place of what was typed of it.</param>
/// <param name="Caret">Where the caret stands in it afterwards, such as between the parentheses of a function.</param>
/// <param name="Detail">What it is: the type of a field, how a function is called.</param>
/// <param name="Function">Null for a field.</param>
public sealed record Suggestion(SuggestionKind Kind, string Name, string Insert, int Caret, LocalizedText Detail, FormulaFunction? Function = null);

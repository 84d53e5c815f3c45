namespace LowCodeErp.Formula.Editing;

public enum SuggestionKind
{
    Field,
    Function,
}

using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>
/// Every operator with its spellings and how tightly it binds, as in Excel. From loose to tight:
/// <code>
/// or  → and → not → comparison, IN → &amp; → + - → * / % → ^ → sign → percent
/// </code>
/// </summary>
public static class OperatorTable
{
    public const int NotPrecedence = 3;
    public const int ComparisonPrecedence = 4;
    public const int PowerPrecedence = 8;
    public const int SignPrecedence = 9;

    private sealed record Entry(BinaryOperator Operator, int Precedence, string Symbol, params string[] Words);

    private static readonly Entry[] Entries =
    [
        new(BinaryOperator.Or, 1, "||", "OR", "或"),
        new(BinaryOperator.And, 2, "&&", "AND", "且"),
        new(BinaryOperator.Equal, ComparisonPrecedence, "="),
        new(BinaryOperator.NotEqual, ComparisonPrecedence, "<>"),
        new(BinaryOperator.Less, ComparisonPrecedence, "<"),
        new(BinaryOperator.LessOrEqual, ComparisonPrecedence, "<="),
        new(BinaryOperator.Greater, ComparisonPrecedence, ">"),
        new(BinaryOperator.GreaterOrEqual, ComparisonPrecedence, ">="),
        new(BinaryOperator.Concatenate, 5, "&"),
        new(BinaryOperator.Add, 6, "+"),
        new(BinaryOperator.Subtract, 6, "-"),
        new(BinaryOperator.Multiply, 7, "*"),
        new(BinaryOperator.Divide, 7, "/"),
        new(BinaryOperator.Modulo, 7, "%"),
        new(BinaryOperator.Power, PowerPrecedence, "^"),
    ];

    private static readonly Dictionary<BinaryOperator, Entry> ByOperator = Entries.ToDictionary(entry => entry.Operator);

    private static readonly Dictionary<string, Entry> BySymbol = Entries.ToDictionary(entry => entry.Symbol, StringComparer.Ordinal);

    private static readonly Dictionary<string, Entry> ByWord = Entries
        .SelectMany(entry => entry.Words, (entry, word) => (entry, word))
        .ToDictionary(pair => pair.word, pair => pair.entry, StringComparer.OrdinalIgnoreCase);

    public static int PrecedenceOf(BinaryOperator binaryOperator) => ByOperator[binaryOperator].Precedence;

    public static string SymbolOf(BinaryOperator binaryOperator) => ByOperator[binaryOperator].Symbol;

    public static bool IsComparison(BinaryOperator binaryOperator) => PrecedenceOf(binaryOperator) == ComparisonPrecedence;

    /// <summary>The operator that this word is where an operator is expected, if it is one.</summary>
    public static BinaryOperator? Find(Token token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var entry = token.Kind switch
        {
            TokenKind.Operator => BySymbol.GetValueOrDefault(token.Content),
            TokenKind.Name => ByWord.GetValueOrDefault(token.Content),
            _ => null,
        };
        return entry?.Operator;
    }

    public static bool IsIn(Token token) => IsWord(token, "IN", "属于");

    public static bool IsNot(Token token) => IsWord(token, "NOT", "非");

    private static bool IsWord(Token token, string english, string chinese)
        => token.Kind == TokenKind.Name
            && (token.Content.Equals(english, StringComparison.OrdinalIgnoreCase) || token.Content == chinese);
}

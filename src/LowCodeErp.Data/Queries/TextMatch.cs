using System.Linq.Expressions;
using System.Reflection;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Compares texts ignoring the case of A to Z, and of nothing else: that is what <c>lower()</c> does on SQLite and, under
/// the collation C of our columns, on PostgreSQL. So every database finds the same.
/// </summary>
internal static class TextMatch
{
    private static readonly MethodInfo _toLower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo _contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo _startsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;

    public static Expression Contains(Expression text, string part) => Match(text, _contains, part);

    public static Expression StartsWith(Expression text, string start) => Match(text, _startsWith, start);

    public static Expression IsEqual(Expression text, string other)
        => text.Type == typeof(string) ? Expression.Equal(Lower(text), Lowered(other)) : Expression.Constant(false);

    /// <summary>EF escapes the wildcards of a parameter where it translates to LIKE.</summary>
    private static Expression Match(Expression text, MethodInfo method, string other)
        => text.Type == typeof(string) ? Expression.Call(Lower(text), method, Lowered(other)) : Expression.Constant(false);

    private static MethodCallExpression Lower(Expression text) => Expression.Call(text, _toLower);

    private static Expression Lowered(string text)
        => RowExpressions.Parameter(string.Create(text.Length, text, (lowered, original) =>
        {
            for (var index = 0; index < lowered.Length; index++)
            {
                lowered[index] = char.IsAsciiLetterUpper(original[index]) ? (char)(original[index] | 0x20) : original[index];
            }
        }));
}

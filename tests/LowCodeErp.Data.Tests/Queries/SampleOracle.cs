using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>Answers conditions over <see cref="SalesSample.Rows"/> in plain C#: what every database has to find.</summary>
internal static class SampleOracle
{
    public static IEnumerable<long> Find(FormModel form, Condition condition)
        => SalesSample.Rows[form.Key].Where(row => !row.Value.ContainsKey("deleted") || row.Value["deleted"] is null)
            .Where(row => IsTrue(condition, row.Value)).Select(row => row.Key);

    public static object? ValueOf(Dictionary<string, object?> row, IReadOnlyList<FieldModel> path)
    {
        var value = row.GetValueOrDefault(path[0].Key);
        return path.Count == 1 || value is null
            ? path.Count == 1 ? value : null
            : ValueOf(SalesSample.Rows[path[0].Target!.Key][(long)value], [.. path.Skip(1)]);
    }

    public static string? TextOf(object? value, FieldModel field) => (value, field.Shape) switch
    {
        (long id, FieldShape.Member) => SalesSample.Members[id],
        (long id, FieldShape.Reference) => TextOf(SalesSample.Rows[field.Target!.Key][id].GetValueOrDefault(field.Target.Title!.Key), field.Target.Title),
        _ => value as string,
    };

    public static int Compare(object left, object right) => (left, right) switch
    {
        (string text, string other) => string.CompareOrdinal(text, other),
        (IComparable value, _) => value.CompareTo(right),
        _ => throw new ArgumentException("Not comparable."),
    };

    public static bool ContainsText(string? text, string part) => text is not null && LowerAscii(text).Contains(LowerAscii(part), StringComparison.Ordinal);

    private static bool IsTrue(Condition condition, Dictionary<string, object?> row) => condition switch
    {
        Condition.All all => all.Conditions.All(part => IsTrue(part, row)),
        Condition.Any any => any.Conditions.Any(part => IsTrue(part, row)),
        Condition.Compare compare => ValueOf(row, compare.Field.Fields) is { } value && IsTrue(compare.Operator, Compare(value, compare.Value.Content!)),
        Condition.Contains contains => ContainsText(TextOf(ValueOf(row, contains.Field.Fields), contains.Field.Field), contains.Text),
        Condition.OneOf oneOf => ValueOf(row, oneOf.Field.Fields) is { } value && oneOf.Values.Any(known => value.Equals(known.Content)),
        Condition.IsBlank blank => ValueOf(row, blank.Field.Fields) is null,
        Condition.IsNotBlank notBlank => ValueOf(row, notBlank.Field.Fields) is not null,
        _ => throw new ArgumentException("Unknown condition."),
    };

    private static bool IsTrue(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static string LowerAscii(string text) => string.Concat(text.Select(character => char.IsAsciiLetterUpper(character) ? char.ToLowerInvariant(character) : character));
}

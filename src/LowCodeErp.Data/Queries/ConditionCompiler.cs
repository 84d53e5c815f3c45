using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Data.Queries;

/// <summary>Conditions and searches as expressions on a row.</summary>
/// <param name="formulas">Compiles a condition that is a formula.</param>
internal sealed class ConditionCompiler(FormRows rows, Func<Condition.Holds, Expression> formulas)
{
    public Expression Compile(Expression row, Condition condition) => condition switch
    {
        Condition.Compare { Field.Field.IsSensitive: true } compare => CompareSensitive(row, compare.Field.Fields, compare.Operator, [compare.Value]),
        Condition.OneOf { Field.Field.IsSensitive: true } oneOf => CompareSensitive(row, oneOf.Field.Fields, ComparisonOperator.Equal, oneOf.Values),
        Condition.Contains { Field.Field.IsSensitive: true } contains => CompareSensitive(row, contains.Field.Fields, ComparisonOperator.Equal, [Value.Of(contains.Text)]),
        Condition.All all => RowExpressions.AllOf(all.Conditions.Select(part => Compile(row, part))),
        Condition.Any any => RowExpressions.AnyOf(any.Conditions.Select(part => Compile(row, part))),
        Condition.Compare compare => Compare(row, compare),
        Condition.Contains contains => Contains(row, contains),
        // Databases know the rows of one value to be in the order of what follows it in an index, not those of a list of one.
        Condition.OneOf { Values: [{ IsBlank: false } only] } single => Compare(row, new(single.Field, ComparisonOperator.Equal, only)),
        Condition.OneOf oneOf => rows.Holds(row, oneOf.Field.Fields, column => Comparison.OneOf(column, oneOf.Values)),
        Condition.InDepartment within => rows.IsWithin(row, within.Field.Fields, within.Departments),
        Condition.HasAny any => rows.Holds(row, any.Field.Fields, list => Comparison.HasAny(list, any.Values)),
        Condition.HasAll all => rows.Holds(row, all.Field.Fields, list => Comparison.HasAll(list, all.Values)),
        Condition.HasNone none => Expression.OrElse(
            rows.IsBlank(row, none.Field.Fields),
            rows.Holds(row, none.Field.Fields, list => Expression.Not(Comparison.HasAny(list, none.Values)))),
        Condition.IsBlank blank => rows.IsBlank(row, blank.Field.Fields),
        Condition.IsNotBlank notBlank => rows.Holds(row, notBlank.Field.Fields, RowExpressions.IsNotBlank),
        Condition.Holds holds => formulas(holds),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    /// <summary>Every word has to be in one of the form's texts.</summary>
    public Expression Search(Expression row, FormModel form, string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var paths = SearchedFields(form).ToList();
        var found = RowExpressions.AllOf(words.Select(word => RowExpressions.AnyOf(paths.Select(path => Contains(row, path, word)))));
        return RowExpressions.AnyOf(form.StoredFields.Where(field => field.IsSensitive && words.Length > 0)
            .Select(field => CompareSensitive(row, [field], ComparisonOperator.Equal, [Value.Of(text)])).Prepend(found));
    }

    /// <summary>Only the exact value of a sensitive field can be looked for, in whatever spelling; nothing is found where the key is lost.</summary>
    private Expression CompareSensitive(Expression row, IReadOnlyList<FieldModel> path, ComparisonOperator comparison, IReadOnlyList<Value> values)
    {
        var field = path[^1];
        if (rows.Keys.Problem is not null)
        {
            return Expression.Constant(false);
        }

        IReadOnlyList<Value> indexes = [.. values.Where(value => !value.IsBlank).Select(value => Value.Of(rows.Keys.IndexOf(field, value.Content!)))];
        return rows.Holds(row, [.. path.SkipLast(1), field.Compared], column => comparison switch
        {
            ComparisonOperator.Equal => Comparison.OneOf(column, indexes),
            ComparisonOperator.NotEqual => RowExpressions.AllOf(indexes.Select(index => Comparison.Of(column, ComparisonOperator.NotEqual, index))),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, $"{field} is encrypted and has no order."),
        });
    }

    private Expression Compare(Expression row, Condition.Compare compare)
        => rows.Holds(row, compare.Field.Fields, column => Comparison.Of(column, compare.Operator, compare.Value));

    private Expression Contains(Expression row, Condition.Contains contains)
        => Contains(row, FormRows.ToShown(contains.Field.Fields), contains.Text);

    private Expression Contains(Expression row, IReadOnlyList<FieldModel> path, string text)
        => rows.ShownHolds(row, path, shown => TextMatch.Contains(shown, text));

    /// <summary>What people read: texts, the titles of references, the names of members; and the title whatever it is.</summary>
    private static IEnumerable<IReadOnlyList<FieldModel>> SearchedFields(FormModel form)
        => form.StoredFields.Where(field => field is { IsReadable: true, IsSensitive: false })
            .Where(field => field == form.Title || field.HoldsIds || field.Storage.Kind is StorageKind.Text or StorageKind.Texts)
            .Select(field => FormRows.ToShown([field]));
}

using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>Takes the conditions of a query apart.</summary>
internal sealed class DemandReader(FormModel form)
{
    private readonly List<FieldModel> _fixed = [];
    private readonly List<FieldModel> _several = [];
    private readonly List<FieldModel> _ranges = [];
    private readonly List<LocalizedText> _obstacles = [];

    public IReadOnlyList<FieldModel> Fixed => [.. _fixed.Distinct()];

    public IReadOnlyList<FieldModel> Several => [.. _several.Distinct()];

    public IReadOnlyList<FieldModel> Ranges => [.. _ranges.Distinct()];

    public IReadOnlyList<LocalizedText> Obstacles => [.. _obstacles.Distinct()];

    public void Read(RecordQuery query)
    {
        if (query.Where is { } where)
        {
            Read(where);
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            _obstacles.Add(IndexTexts.IsSearched);
        }
    }

    private void Read(Condition condition)
    {
        switch (condition)
        {
            case Condition.Compare { Field.Field.IsSensitive: true } or Condition.OneOf { Field.Field.IsSensitive: true } or Condition.Contains { Field.Field.IsSensitive: true }:
                // Its blind index has an index of the database from the beginning.
                break;
            case Condition.All all:
                all.Conditions.ToList().ForEach(Read);
                break;
            case Condition.Any any:
                ReadAny(any);
                break;
            case Condition.Compare { Operator: ComparisonOperator.NotEqual } compare:
                _obstacles.Add(IndexTexts.IsExcluded(compare.Field.Field));
                break;
            case Condition.Compare compare:
                Take(compare.Operator == ComparisonOperator.Equal ? _fixed : _ranges, compare.Field);
                break;
            case Condition.OneOf oneOf:
                Take(oneOf.Values.Count == 1 ? _fixed : _several, oneOf.Field);
                break;
            case Condition.InDepartment within:
                Take(_several, within.Field);
                break;
            case Condition.IsBlank blank:
                Take(_several, blank.Field);
                break;
            case Condition.IsNotBlank notBlank:
                _obstacles.Add(IndexTexts.IsExcluded(notBlank.Field.Field));
                break;
            case Condition.Contains contains:
                _obstacles.Add(IndexTexts.IsContained(contains.Field.Field));
                break;
            case Condition.Holds holds:
                ReadFormula(holds);
                break;
            default:
                _obstacles.Add(IndexTexts.IsList(FieldOf(condition)));
                break;
        }
    }

    private static FieldModel FieldOf(Condition condition) => condition switch
    {
        Condition.HasAny any => any.Field.Field,
        Condition.HasAll all => all.Field.Field,
        Condition.HasNone none => none.Field.Field,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    private void ReadAny(Condition.Any any)
    {
        var parts = new DemandReader(form);
        any.Conditions.ToList().ForEach(parts.Read);
        if (parts._obstacles.Count == 0 && parts._ranges.Count == 0 && parts._fixed.Concat(parts._several).Distinct().ToList() is [var only])
        {
            _several.Add(only);
        }
        else if (any.Conditions.Count > 0)
        {
            _obstacles.Add(IndexTexts.IsAlternative);
        }
    }

    private void ReadFormula(Condition.Holds holds)
    {
        var bounds = holds.Formula.Bounds;
        foreach (var bound in bounds)
        {
            Take(bound.IsSingle ? _fixed : bound.IsEquality ? _several : _ranges, FieldPath.Of(form.Fields[bound.Field.Ordinal]));
        }

        if (bounds.Count == 0)
        {
            _obstacles.Add(IndexTexts.IsFormula);
        }
    }

    private void Take(List<FieldModel> fields, FieldPath path)
    {
        if ((path.Fields.Count > 1 ? IndexTexts.IsElsewhere(path) : IndexedFields.FindObstacle(path.Field)) is { } obstacle)
        {
            _obstacles.Add(obstacle);
            return;
        }

        fields.Add(path.Field);
    }
}

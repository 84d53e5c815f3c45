using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>What the actor of a save may do with its records and their fields, asked of the database once for all of them.</summary>
internal sealed class SaveRights(SaveScope scope, FormModel form)
{
    private readonly FormAccess _access = scope.Access.Of(form);
    private AccessAnswers _answers = AccessAnswers.None;

    /// <summary>The fields that somebody has changed with his input, a parted field as a whole.</summary>
    public static IReadOnlyList<FieldModel> ChangedBy(PendingRecord record, FormModel form)
        => [.. record.Input.Values.Keys.Select(form.Find).OfType<FieldModel>().Where(field => IsChanged(record, field)).Select(field => field.Whole ?? field).Distinct()];

    /// <summary>Of which of the stored records the actor may read a field. Lines are read where their column is read everywhere.</summary>
    public static async Task<Func<long, bool>> FindReadableAsync(SaveScope scope, FieldModel field, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var access = scope.Access.Of(field.Form);
        var isEverywhere = access.RuleOf(field, FieldAccess.Read).IsAlways;
        if (scope.Access.IsUnlimited || field.Form.Parent is not null || (isEverywhere && access.SeesAll))
        {
            return _ => scope.Access.IsUnlimited || isEverywhere;
        }

        var rights = new SaveRights(scope, field.Form);
        await rights.AskAsync(ids, [AccessOperation.View], [field], cancellationToken);
        return id => rights.May(AccessOperation.View, id) && rights.MaySee(field, id);
    }

    /// <param name="operations">What will be asked with <see cref="May"/>.</param>
    /// <param name="fields">Those of the form, or columns of its lines, that will be asked about.</param>
    public async Task AskAsync(IReadOnlyCollection<long> ids, IReadOnlyList<AccessOperation> operations, IEnumerable<FieldModel> fields, CancellationToken cancellationToken)
    {
        var rules = operations.Select(_access.RuleOf).Concat(fields.SelectMany(field => new[] { _access.RuleOf(field, FieldAccess.Read), _access.RuleOfChanging(field), _access.RuleOfFilling(field) }));
        var terms = rules.SelectMany(rule => rule.Terms).Distinct().ToList();
        _answers = terms.Count == 0 || ids.Count == 0 ? AccessAnswers.None : await scope.Transaction.AskAsync(form, ids, scope.Access, terms, cancellationToken);
    }

    public bool May(AccessOperation operation, long id) => _answers.Holds(_access.RuleOf(operation), id);

    public bool MaySee(FieldModel field, long id) => _answers.Holds(_access.RuleOf(field, FieldAccess.Read), id);

    /// <summary>Of a stored record.</summary>
    public bool MayChange(FieldModel field, long id) => _answers.Holds(_access.RuleOfChanging(field), id);

    /// <summary>Of a new record.</summary>
    public bool MayFill(FieldModel field, long id) => _answers.Holds(_access.RuleOfFilling(field), id);

    /// <summary>What a new record begins with was not entered by anybody.</summary>
    private static bool IsChanged(PendingRecord record, FieldModel field)
        => field.Parts.Count > 0
            ? field.Parts.Any(part => IsChanged(record, part))
            : field.IsStored && record.IsEntered(field) && !(record.IsNew && Equals(record.Values[field.Ordinal], field.Default.Content));
}

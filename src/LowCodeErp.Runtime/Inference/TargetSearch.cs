using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Inference;

/// <summary>
/// Finds columns whose values name records of a form: nearly all of them are its codes or titles. All values of a column are looked for in
/// one question to each form.
/// </summary>
public sealed class TargetSearch(IRecordStore store, IWorkspace workspace)
{
    /// <summary>Fewer different values may be the same words by chance.</summary>
    private const int LeastValues = 2;

    /// <summary>One of so many may be missing yet.</summary>
    private const int ValuesPerMissing = 20;

    public async Task<IReadOnlyList<ColumnFinding>> FindAsync(IReadOnlyList<ColumnFinding> columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var forms = workspace.Current.Forms.Where(form => form.Parent is null && NamesOf(form).Any()).ToList();
        if (forms.Count == 0 || !columns.Any(MayRefer))
        {
            return columns;
        }

        await using var transaction = await store.BeginAsync(cancellationToken);
        var found = new List<ColumnFinding>();
        foreach (var column in columns)
        {
            found.Add(MayRefer(column) ? await FindAsync(transaction, forms, column, cancellationToken) : column);
        }

        return found;
    }

    private static bool MayRefer(ColumnFinding column)
        => column.Texts.Count >= LeastValues && (column.Proposed.Type is "text" or "choice" || (column.SaysCode && column.Proposed.Type == "number"));

    private static IEnumerable<FieldModel> NamesOf(FormModel form)
        => new[] { form.Code, form.Title }.OfType<FieldModel>().Where(field => field is { Kind: ValueKind.Text, IsStored: true }).Distinct();

    private static async Task<ColumnFinding> FindAsync(IRecordTransaction transaction, IEnumerable<FormModel> forms, ColumnFinding column, CancellationToken cancellationToken)
    {
        var texts = column.Texts.ToHashSet<object>();
        var best = (Form: (FormModel?)null, Count: 0);
        foreach (var form in forms)
        {
            var known = new HashSet<object>();
            foreach (var field in NamesOf(form))
            {
                known.UnionWith((await transaction.FindIdsAsync(field, texts, cancellationToken)).Keys);
            }

            best = known.Count > best.Count ? (form, known.Count) : best;
        }

        return best.Form is null || (texts.Count - best.Count) * ValuesPerMissing > texts.Count ? column : column with
        {
            Target = best.Form.Key,
            Proposed = column.Fit("reference")!,
            Evidence = [InferenceTexts.Found(best.Form.Label, best.Count, texts.Count)],
        };
    }
}

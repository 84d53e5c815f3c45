using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Rollups;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The conditions that look at records of other forms: what is left in stock, what else a customer owes. They are asked once
/// everything is stored, so that they see it, and after the records that references lead to were locked: of two who take the last
/// piece at once, the second waits and then sees that it is gone. Records that only a rollup has changed are asked too.
/// </summary>
internal sealed class CheckAcross : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Scope.Conflict is not null)
        {
            return;
        }

        var questions = batch.All.Concat(batch.Scope.Followed).SelectMany(part => part.Form.Logic.Validations.Where(validation => validation.LooksAcross)
            .Select(validation => (Part: part, Validation: validation, Records: AskedOf(part, validation))))
            .Where(question => question.Records.Count > 0).ToList();
        await LockAsync(batch, [.. questions.SelectMany(question => PathsOf(question.Part, batch.Scope.Followed.Contains(question.Part) ? question.Part : batch, question.Validation, question.Records))], cancellationToken);
        foreach (var (part, validation, records) in questions)
        {
            var ids = records.Select(record => record.Id).ToHashSet();
            var holding = await part.Scope.Transaction.FindHoldingAsync(part.Form, validation.Condition, ids, part.Scope.Evaluation, cancellationToken);
            foreach (var record in records.Where(record => !holding.Contains(record.Id)))
            {
                CheckValidations.Tell(record, validation, validation.Fail(CheckValidations.PathOf(record, validation)));
            }
        }

        batch.Scope.Followed.ForEach(owners => RollupCascade.Report(batch, owners));
    }

    private static List<PendingRecord> AskedOf(SaveBatch part, RecordValidation validation)
        => [.. part.Records.Where(record => !record.IsDeleted && CheckValidations.IsAsked(record, validation) && validation.IsAskedOf(record))];

    /// <summary>Where the condition looks from the records, and from their lines.</summary>
    private static IEnumerable<(IEnumerable<FieldModel> References, IEnumerable<long> Ids)> PathsOf(
        SaveBatch part, SaveBatch whole, RecordValidation validation, IReadOnlyList<PendingRecord> records)
    {
        foreach (var path in validation.Condition.Facts.Dependencies)
        {
            var lines = part.Form.Find(path.Steps[0].Key)?.Lines;
            var form = lines ?? part.Form;
            var origins = lines is null ? records : [.. whole.All.Where(other => other.Form == lines).SelectMany(other => other.Records)];
            var references = ReferencesOf(form, lines is null ? path.Steps : path.Steps.Skip(1)).ToList();
            if (references.Count > 0)
            {
                yield return (references, origins.Select(record => record.Values[references[0].Ordinal]).OfType<long>());
            }
        }
    }

    /// <summary>The references with which a path begins and that lead on.</summary>
    private static IEnumerable<FieldModel> ReferencesOf(FormModel form, IEnumerable<FormulaField> steps)
    {
        FormModel? owner = form;
        foreach (var step in steps.SkipLast(1))
        {
            if (owner?.Find(step.Key) is not { Target: { } target, IsList: false, IsStored: true } reference)
            {
                yield break;
            }

            yield return reference;
            owner = target;
        }
    }

    /// <summary>Reference by reference, and within a form by id: whoever locks in one order does not wait for one another in a circle.</summary>
    private static async Task LockAsync(
        SaveBatch batch, IReadOnlyList<(IEnumerable<FieldModel> References, IEnumerable<long> Ids)> paths, CancellationToken cancellationToken)
    {
        var open = paths.Select(path => (References: path.References.ToList(), Ids: path.Ids.ToHashSet())).ToList();
        while (open.Count > 0)
        {
            foreach (var level in open.GroupBy(path => path.References[0].Target!).OrderBy(group => group.Key.Key, StringComparer.Ordinal))
            {
                await batch.Scope.Transaction.LockAsync(level.Key, level.SelectMany(path => path.Ids).ToHashSet(), cancellationToken);
            }

            var next = new List<(List<FieldModel>, HashSet<long>)>();
            foreach (var (references, ids) in open.Where(path => path.References.Count > 1))
            {
                var records = await batch.Scope.Transaction.ReadAsync(references[0].Target!, ids, cancellationToken);
                next.Add((references[1..], records.Values.Select(record => record.Values[references[1].Ordinal]).OfType<long>().ToHashSet()));
            }

            open = next;
        }
    }
}

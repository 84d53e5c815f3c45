using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Health;

/// <summary>What is stored in a computed field is what its formula gives.</summary>
internal sealed class CheckFormulas : IHealthCheck
{
    private const int PageSize = 1_000;

    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var form in examination.SoundForms.Where(form => form.Logic.Formulas.Count > 0 && SubTablesOf(form).All(field => examination.SoundForms.Contains(field.Lines!))))
        {
            await using var snapshot = await examination.BeginSnapshotAsync(cancellationToken);
            var differing = new Dictionary<FieldModel, (long Count, long FirstId)>();
            await foreach (var page in ReadPagesAsync(examination, form, cancellationToken))
            {
                Compare(form, page, new(DateTime.UnixEpoch, examination.Zone) { Calendar = examination.Calendar }, differing);
            }

            foreach (var (field, (count, firstId)) in differing)
            {
                yield return HealthDiagnostics.FormulaDiffers(field, count, firstId);
            }
        }
    }

    /// <summary>The formulas read sub-tables only where this form's own ones do; validations do not matter here.</summary>
    private static IEnumerable<FieldModel> SubTablesOf(FormModel form)
        => form.Logic.Formulas.SelectMany(formula => formula.Reads).Where(field => field.Lines is not null).Distinct();

    /// <summary>Each formula is asked over what is stored, so that a wrong value is told of once and not of all that rest on it.</summary>
    private static void Compare(
        FormModel form, IEnumerable<(long Id, ArrayRow Row)> page, EvaluationContext context, Dictionary<FieldModel, (long Count, long FirstId)> differing)
    {
        foreach (var (id, row) in page)
        {
            foreach (var formula in form.Logic.Formulas.Where(formula => IsWrong(formula, row, context)))
            {
                var (count, firstId) = differing.GetValueOrDefault(formula.Field, (0, id));
                differing[formula.Field] = (count + 1, firstId);
            }
        }
    }

    private static bool IsWrong(FieldFormula formula, ArrayRow row, EvaluationContext context)
        => !Equals(formula.Calculate(row, context, "", new()).Content, row.Get(formula.Field.Ordinal));

    private static async IAsyncEnumerable<IEnumerable<(long Id, ArrayRow Row)>> ReadPagesAsync(
        Examination examination, FormModel form, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await ReadAsync(examination, form, FormRows.Id, last, long.MaxValue, PageSize, cancellationToken) is { Count: > 0 } records)
        {
            foreach (var subTable in SubTablesOf(form))
            {
                await AttachAsync(examination, subTable, records, cancellationToken);
            }

            last = records[^1].Id;
            yield return records.Select(record => (record.Id, new ArrayRow((object?[])record.Values)));
        }
    }

    private static async Task AttachAsync(Examination examination, FieldModel subTable, List<RecordRow> records, CancellationToken cancellationToken)
    {
        var reference = subTable.Lines!.ParentReference!;
        Expression OwnerOf(Expression row) => Expression.Convert(examination.Rows.Column(row, reference), typeof(long));
        var lines = await ReadAsync(examination, subTable.Lines, OwnerOf, records[0].Id - 1, records[^1].Id, null, cancellationToken);
        var byOwner = lines.ToLookup(line => (long)line.Values[reference.Ordinal]!, line => new ArrayRow((object?[])line.Values));
        foreach (var record in records)
        {
            ((object?[])record.Values)[subTable.Ordinal] = byOwner[record.Id].ToArray<IFormulaRow>();
        }
    }

    /// <summary>Living rows whose key lies in a range, in its order; lines further in the order in which they are shown.</summary>
    private static async Task<List<RecordRow>> ReadAsync(
        Examination examination, FormModel form, Func<Expression, Expression> keyOf, long after, long until, int? take, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var key = keyOf(row);
        var isAsked = RowExpressions.AllOf([
            RowExpressions.IsBlank(RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?))),
            Expression.GreaterThan(key, RowExpressions.Parameter<long>(after)),
            Expression.LessThanOrEqual(key, RowExpressions.Parameter<long>(until))]);
        var sorted = RowExpressions.Where(examination.Rows.Of(form), row, isAsked).OrderBy(Expression.Lambda<Func<Row, long>>(key, row));
        if (form.Parent is not null)
        {
            sorted = sorted.ThenBy(Expression.Lambda<Func<Row, int>>(RowExpressions.Column(row, SystemColumns.Position, typeof(int)), row))
                .ThenBy(Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row));
        }

        var projection = new RowProjection(examination.Rows, form, [.. form.StoredFields]);
        var selected = (take is { } count ? sorted.Take(count) : sorted).Select(projection.Select());
        return await selected.AsAsyncEnumerable().Select(values => projection.Read(values, ItemTitles.None)).ToListAsync(cancellationToken);
    }
}

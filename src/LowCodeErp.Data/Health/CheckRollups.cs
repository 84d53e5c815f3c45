using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Rollups;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Health;

/// <summary>What is stored in a rollup is what the records give that are rolled up.</summary>
internal sealed class CheckRollups : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new RollupValues(examination.Rows, examination.Provider, new(DateTime.UnixEpoch, examination.Zone) { Calendar = examination.Calendar });
        foreach (var rollup in examination.Workspace.Rollups.Where(rollup => IsSound(examination, rollup.Field.Form) && IsSound(examination, rollup.Records)))
        {
            var row = RowExpressions.NewRow();
            var isAlive = RowExpressions.IsBlank(RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?)));
            var differs = Expression.NotEqual(examination.Rows.Column(row, rollup.Field), values.Of(row, rollup));
            var wrong = await RowExpressions.Where(examination.Rows.Of(rollup.Field.Form), row, Expression.AndAlso(isAlive, differs))
                .Select(Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row))
                .GroupBy(_ => 1)
                .Select(ids => new { Count = ids.LongCount(), First = ids.Min() })
                .SingleOrDefaultAsync(cancellationToken);
            if (wrong is not null)
            {
                yield return HealthDiagnostics.RollupDiffers(rollup.Field, wrong.Count, wrong.First);
            }
        }
    }

    private static bool IsSound(Examination examination, FormModel form) => examination.SoundForms.Contains(form);
}

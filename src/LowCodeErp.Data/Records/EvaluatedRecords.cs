using System.Data.Common;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>What formulas come to for records, asked within the transaction that stores them. It is not limited by anybody's rights, as <see cref="HoldingRecords"/>.</summary>
internal static class EvaluatedRecords
{
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<FormulaOutcome>>> ReadAsync(
        DbConnection connection, WorkspaceContext records, DatabaseProvider provider, FormModel form, IReadOnlyList<CompiledFormula> formulas, IReadOnlyCollection<long> ids,
        EvaluationContext context, CancellationToken cancellationToken)
    {
        // It borrows the connection of the transaction, which is not its to close.
        var session = new ReadSession(connection, records, provider, context);
        var rows = await FormulaRows.Outcomes(session, form, formulas, ids, context).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (long)row[0]!, row => (IReadOnlyList<FormulaOutcome>)[.. formulas.Select((_, index) => Read(row[1 + (2 * index)], row[2 + (2 * index)]))]);
    }

    private static FormulaOutcome Read(object? value, object? hasFailed) => new(FormulaValue.Read(value), hasFailed is true);
}

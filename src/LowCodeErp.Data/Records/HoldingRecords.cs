using System.Data.Common;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>Which records meet a condition, asked within the transaction that stores them. What the rules of a form look at is not limited by anybody's rights.</summary>
internal static class HoldingRecords
{
    public static async Task<IReadOnlySet<long>> FindAsync(
        DbConnection connection, WorkspaceContext records, DatabaseProvider provider, FormModel form, CompiledFormula condition, IReadOnlyCollection<long> ids, EvaluationContext context,
        CancellationToken cancellationToken)
    {
        // It borrows the connection of the transaction, which is not its to close.
        var session = new ReadSession(connection, records, provider, context);
        var found = FormulaRows.Found(session, form, condition, context);
        var wanted = ids.ToArray();
        return await found.Select(row => EF.Property<long>(row, SystemColumns.Id)).Where(id => wanted.Contains(id)).ToHashSetAsync(cancellationToken);
    }

    /// <summary>In the order of their ids.</summary>
    /// <param name="condition">Null for all records.</param>
    public static async Task<IReadOnlyList<long>> ListAsync(
        DbConnection connection, WorkspaceContext records, DatabaseProvider provider, FormModel form, CompiledFormula? condition, int most, EvaluationContext context,
        CancellationToken cancellationToken)
    {
        var session = new ReadSession(connection, records, provider, context);
        var found = condition is null ? session.Visible(form) : FormulaRows.Found(session, form, condition, context);
        return await found.Select(row => EF.Property<long>(row, SystemColumns.Id)).OrderBy(id => id).Take(most).ToListAsync(cancellationToken);
    }
}

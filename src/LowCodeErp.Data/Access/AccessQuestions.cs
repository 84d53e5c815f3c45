using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Access;

/// <summary>What the terms of rules say of some records, those in the trash included; in one statement.</summary>
internal static class AccessQuestions
{
    /// <summary>What all terms of the form's rules say of a record.</summary>
    public static async Task<AccessAnswers> AskAllAsync(
        WorkspaceContext context, DatabaseProvider provider, FormModel form, long id, MemberAccess access, CancellationToken cancellationToken)
        => access.Of(form).Terms is { Count: > 0 } terms ? await AskAsync(context, provider, form, [id], access, terms, cancellationToken) : AccessAnswers.None;

    public static async Task<AccessAnswers> AskAsync(
        WorkspaceContext context, DatabaseProvider provider, FormModel form, IReadOnlyCollection<long> ids, MemberAccess access, IReadOnlyList<AccessTerm> terms,
        CancellationToken cancellationToken)
    {
        var rows = new AccessRows(access, context, provider);
        var row = RowExpressions.NewRow();
        var isAsked = RowExpressions.Holds(RowExpressions.Items(ids.ToArray()), FormRows.Id(row));
        var answers = terms.Select(term => Expression.Condition(rows.Asks(term, form, row), Expression.Constant(1), Expression.Constant(0)));
        var selected = RowExpressions.Where(context.Rows(form.Key), row, isAsked).Select(RowExpressions.Select(row, answers.Prepend(FormRows.Id(row))));
        var read = await selected.ToListAsync(cancellationToken);
        return new(read.ToDictionary(answer => (long)answer[0]!, answer => (IReadOnlySet<AccessTerm>)terms.Where((_, index) => answer[index + 1] is 1).ToHashSet()));
    }
}

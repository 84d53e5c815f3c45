using System.Data.Common;
using System.Linq.Expressions;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Data.Access;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>One read: a connection of its own, and queries on it that see only what the viewer may see.</summary>
/// <param name="run">When and for whom live fields are computed; null where none is asked for.</param>
/// <param name="access">Of the viewer; null where the engine reads for itself.</param>
internal sealed class ReadSession(
    DbConnection connection, WorkspaceContext context, DatabaseProvider provider, EvaluationContext? run = null, MemberAccess? access = null) : IAsyncDisposable
{
    /// <summary>The driver's own limit, for what the deadline could not end.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    public DbConnection Connection { get; } = connection;

    public static async Task<ReadSession> OpenAsync(
        WorkspaceConnections connections, WorkspaceContextFactory contexts, WorkspaceModel workspace, MemberAccess access, CancellationToken cancellationToken,
        RecordState state = RecordState.InUse, EvaluationContext? run = null)
    {
        var connection = await connections.OpenReadAsync(cancellationToken);
        var context = contexts.On(connection, workspace);
        context.Database.SetCommandTimeout(connections.ReadTimeLimit + _grace);
        return new(connection, context, connections.Target.Provider, run ?? access.Evaluation, access) { Deadline = new(connection, connections), State = state };
    }

    /// <summary>A session without connections only writes statements.</summary>
    private ReadDeadline? Deadline { get; init; }

    /// <summary>Within the time that a statement may take.</summary>
    /// <exception cref="ReadTimeLimitException">It took longer.</exception>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> statement, CancellationToken cancellationToken)
        => Deadline!.RunAsync(statement, cancellationToken);

    public DatabaseProvider Provider => provider;

    /// <summary>Which records are seen.</summary>
    public RecordState State { get; init; }

    public FormRows Rows => field ??= new(context, run is null ? null : new(provider, run), Access);

    /// <summary>Null where everything is allowed.</summary>
    private AccessRows? Access => field ??= access is null or { IsUnlimited: true } ? null : new(access, context, provider);

    private RowOrder Order => new(Rows, Provider);

    /// <summary>Whether no rule leaves out records of the form.</summary>
    public bool SeesAll(FormModel form) => access is null or { IsUnlimited: true } || access.Of(form).SeesAll;

    public IQueryable<Row> Find(FormModel form, Func<Expression, Expression> condition)
    {
        var row = RowExpressions.NewRow();
        return RowExpressions.Where(Visible(form), row, condition(row));
    }

    public IQueryable<Row> Find(RecordQuery query)
    {
        var formulas = FormulaFilter.AllIn(query.Where);
        var joined = new JoinedRows(Rows, query.Form, Allowed(query.Form, query.Operation).Expression, formulas.SelectMany(filter => filter.FindReferences(query.Form)));
        var conditions = new ConditionCompiler(Rows, holds => formulas.First(filter => filter.Condition == holds).Compile(Rows, joined, Provider));
        var found = Allowed(query.Form, query.Operation);
        if (query.Where is { } where)
        {
            found = found.Provider.CreateQuery<Row>(joined.Where(conditions.Compile(joined.Own, where)));
        }

        var row = RowExpressions.NewRow();
        return string.IsNullOrWhiteSpace(query.Search)
            ? found
            : RowExpressions.Where(found, row, conditions.Search(row, query.Form, query.Search));
    }

    /// <summary>The asked part of what was found, in its order.</summary>
    public IQueryable<Row> Page(IQueryable<Row> found, RecordQuery query)
    {
        if (query.Skip == 0)
        {
            return Take(Order.Sort(found, query.Sort), query.Take);
        }

        // Rows that are passed over are not worth reading: their ids are found first, in an index where there is one, and
        // only the rows of the page are fetched.
        var row = RowExpressions.NewRow();
        var sorted = Cut(Order.Sort(found, query.Sort), nameof(Queryable.Skip), query.Skip);
        var ids = Take(sorted, query.Take)
            .Select(Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row));
        var page = Rows.Of(query.Form).Join(ids, Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row), id => id, (found, id) => found);
        return Order.Sort(page, query.Sort);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>Every read of records begins here.</summary>
    public IQueryable<Row> Visible(FormModel form)
    {
        var row = RowExpressions.NewRow();
        var deletedAt = RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?));
        return RowExpressions.Where(Rows.Of(form), row, State == RecordState.InTrash ? RowExpressions.IsNotBlank(deletedAt) : RowExpressions.IsBlank(deletedAt));
    }

    /// <summary>Of what may be seen, that with which the operation is allowed.</summary>
    private IQueryable<Row> Allowed(FormModel form, AccessOperation operation)
        => operation == AccessOperation.View ? Visible(form) : Access?.Limit(form, operation, Visible(form)) ?? Visible(form);

    private static IQueryable<Row> Take(IQueryable<Row> rows, int? take)
        => take is { } count ? Cut(rows, nameof(Queryable.Take), count) : rows;

    /// <summary>
    /// Called by hand, because EF makes one parameter of equal constants: pages whose two numbers are the same would be
    /// another text, to be compiled and planned once more.
    /// </summary>
    public static IQueryable<Row> Cut(IQueryable<Row> rows, string method, int count)
        => rows.Provider.CreateQuery<Row>(
            Expression.Call(typeof(Queryable), method, [typeof(Row)], rows.Expression, RowExpressions.Parameter(count)));
}

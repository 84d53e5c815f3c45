using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Indexes;

/// <summary>Advises on indexes, lists, makes and removes them.</summary>
public sealed class FormIndexes(WorkspaceConnections connections, WorkspaceContextFactory contexts, PublishedWorkspace workspace, IAccess access) : IFormIndexes
{
    /// <summary>From so many records on the number in a form is estimated.</summary>
    private const int CountedExactly = 10_000;

    private readonly IndexBuild _build = new(connections);

    private DatabaseProvider Provider => connections.Target.Provider;

    public async Task<ListAdvice?> AdviseAsync(
        RecordQuery query, RecordGrouping? grouping, bool findsMany, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var demand = ReadDemand.Of(query, grouping);
        if (IndexAdvisor.Advise(demand, [], findsMany) is IndexAdvice.Served)
        {
            return null;
        }

        await using var session = await ReadSession.OpenAsync(connections, contexts, workspace.Current, await access.OfAsync(actor, cancellationToken), cancellationToken);
        var indexes = await IndexCatalog.ReadAsync(session.Connection, Provider, query.Form, cancellationToken);
        var advice = IndexAdvisor.Advise(demand, indexes, findsMany);
        if (advice is IndexAdvice.Served)
        {
            return null;
        }

        var (count, _) = await RowCount.ReadAsync(session, session.Visible(query.Form), CountedExactly, cancellationToken);
        return count < IFormIndexes.ManyRecords ? null : new(advice, count);
    }

    public async Task<IReadOnlyList<FormIndex>> ListAsync(CancellationToken cancellationToken = default)
    {
        var forms = workspace.Current.Forms.ToDictionary(form => form.Table, StringComparer.Ordinal);
        return [.. (await ReadAddedAsync(cancellationToken))
            .Where(index => forms.ContainsKey(index.Table))
            .Select(index => new FormIndex(index.Name, forms[index.Table], [.. FieldsOf(forms[index.Table], index)], index.IsUsable))];
    }

    public async Task<IReadOnlyList<Diagnostic>> AddAsync(
        FormModel form, IReadOnlyList<FieldModel> fields, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(actor);
        var refusals = actor.IsAdministrator ? FindRefusals(form, fields) : [IndexDiagnostics.NotAllowed(actor.Name)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await using var turn = await _build.BeginAsync(cancellationToken);
        if (await IsChangedAsync(form, fields, cancellationToken))
        {
            return [IndexDiagnostics.FormChanged(form)];
        }

        IReadOnlyList<string> columns = [.. fields.Select(field => field.Column)];
        var name = IndexName.For(form.Table, columns);
        var known = (await ReadAddedAsync(cancellationToken)).FirstOrDefault(index => index.Name == name);
        return known is { IsUsable: true } ? []
            : await turn.CreateAsync(form.Table, columns, known, cancellationToken) is { } failure ? [IndexDiagnostics.NotBuilt(form, failure)]
            : [];
    }

    public async Task<IReadOnlyList<Diagnostic>> RemoveAsync(string name, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return [IndexDiagnostics.NotAllowed(actor.Name)];
        }

        await using var turn = await _build.BeginAsync(cancellationToken);
        if ((await ReadAddedAsync(cancellationToken)).FirstOrDefault(index => index.Name == name) is not { } known)
        {
            return [IndexDiagnostics.Unknown(name)];
        }

        await turn.DropAsync(known, cancellationToken);
        return [];
    }

    private static IReadOnlyList<Diagnostic> FindRefusals(FormModel form, IReadOnlyList<FieldModel> fields)
        => fields.Count is 0 or > IndexedFields.MostFields || fields.Distinct().Count() < fields.Count || fields.Any(field => field.Form != form)
            ? [IndexDiagnostics.WrongFields(form)]
            : [.. fields.Where(field => !IndexedFields.Suits(field)).Select(field => IndexDiagnostics.NotSuitable(field, IndexedFields.FindObstacle(field)!))];

    /// <summary>Nobody can publish any more; what was published before the turn came is asked for.</summary>
    private async Task<bool> IsChangedAsync(FormModel form, IReadOnlyList<FieldModel> fields, CancellationToken cancellationToken)
    {
        await workspace.LoadAsync(cancellationToken);
        return workspace.Current.FindForm(form.Key) is not { } current
            || fields.Any(field => current.Find(field.Key) is not { IsStored: true } now || now.Storage != field.Storage || !IndexedFields.Suits(now));
    }

    private async Task<IReadOnlyList<CatalogIndex>> ReadAddedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        return [.. (await IndexCatalog.ReadAsync(connection, null, Provider, cancellationToken)).Where(index => index.IsAdded)];
    }

    internal static IEnumerable<FieldModel> FieldsOf(FormModel form, CatalogIndex index)
        => index.Columns.Select(column => form.StoredFields.FirstOrDefault(field => field.Column == column)).OfType<FieldModel>();
}

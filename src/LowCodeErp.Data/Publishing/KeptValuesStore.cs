using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Publishing;

/// <summary>Lists and purges what <c>sys_kept</c> names.</summary>
public sealed class KeptValuesStore(WorkspaceConnections connections, WorkspaceCompiler compiler) : IKeptValuesStore
{
    private readonly PlatformContextFactory _platform = new(connections);
    private readonly WorkspaceContextFactory _contexts = new(connections);
    private readonly EarlierVersions _earlier = new(compiler);

    public async Task<IReadOnlyList<KeptValues>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = _platform.On(connection);
        await using var context = _contexts.On(connection, WorkspaceModel.Empty);
        var sql = context.GetService<ISqlGenerationHelper>();
        var found = new List<KeptValues>();
        foreach (var kept in await ReadAsync(platform, cancellationToken))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT({sql.DelimitIdentifier(kept.Row.IsTable ? SystemColumns.Id : kept.Row.ColumnName)}) FROM {sql.DelimitIdentifier(kept.Row.TableName)}";
            found.Add(ToValues(kept, Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture)));
        }

        return found;
    }

    public async Task<IReadOnlyList<Diagnostic>> PurgeAsync(IReadOnlyCollection<string> names, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return [PublishDiagnostics.NotAllowed(actor.Name)];
        }

        await using var transaction = await connections.BeginSchemaChangeAsync(cancellationToken);
        await ModelLock.TakeAsync(transaction, connections.Target.Provider, cancellationToken);
        await using var platform = _platform.Join(transaction);
        var all = await ReadAsync(platform, cancellationToken);
        var chosen = all.Where(kept => names.Contains(ToValues(kept, 0).Name)).ToList();
        var refusals = names.Except(chosen.Select(kept => ToValues(kept, 0).Name)).Select(PublishDiagnostics.NothingKept)
            .Concat(chosen.SelectMany(kept => FindUsers(kept, all.Except(chosen))))
            .ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await using var context = _contexts.Join(transaction, WorkspaceModel.Empty);
        await new KeptColumnPurge(context, transaction).RunAsync([.. chosen.OrderBy(Rank)], cancellationToken);
        var tables = chosen.Where(kept => kept.Row.IsTable).Select(kept => kept.Row.TableName).ToHashSet();
        platform.RemoveRange(all.Where(kept => chosen.Contains(kept) || tables.Contains(kept.Row.TableName)).Select(kept => kept.Row));
        await platform.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    /// <summary>What refers to records goes before them: columns, then lines, then the records.</summary>
    private static int Rank(KeptThing kept) => !kept.Row.IsTable ? 0 : kept.Form?.Parent is not null ? 1 : 2;

    /// <summary>What else is kept and refers to records of a kept form.</summary>
    private static IEnumerable<Diagnostic> FindUsers(KeptThing form, IEnumerable<KeptThing> others)
        => others.Where(other => form.Row.IsTable && other.Row.TableName != form.Row.TableName && other.Fields.Any(field => field.Target?.Key == form.Row.Form))
            .Select(other => PublishDiagnostics.KeptInUse(ToValues(form, 0).Name, ToValues(other, 0).Name));

    private async Task<List<KeptThing>> ReadAsync(PlatformContext platform, CancellationToken cancellationToken)
    {
        var rows = await platform.KeptColumns.AsTracking().OrderBy(row => row.Version).ThenBy(row => row.Form).ThenBy(row => row.Field).ToListAsync(cancellationToken);
        var things = new List<KeptThing>();
        foreach (var version in rows.GroupBy(row => row.Version - 1))
        {
            var then = await _earlier.FindAsync(platform, version.Key, cancellationToken);
            things.AddRange(version.Select(row => new KeptThing(row, then?.FindForm(row.Form))));
        }

        return things;
    }

    private static KeptValues ToValues(KeptThing kept, long count)
    {
        var form = kept.Form?.Label ?? new LocalizedText(kept.Row.Form);
        var field = kept.Row.IsTable ? null : kept.Form?.Find(kept.Row.Field)?.Label ?? new(kept.Row.Field);
        return new(kept.Row.Form, kept.Row.Field, field is null ? form : PublishDiagnostics.LabelOf(form, field), kept.Row.Version, count);
    }
}

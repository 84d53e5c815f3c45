using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Schema;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>Publishes: one transaction with the tables, the definitions and the version of the workspace. A rehearsal is the same, rolled back.</summary>
public sealed class Publisher(
    WorkspaceConnections connections, WorkspaceCompiler compiler, PublishedWorkspace workspace, IdAllocator ids, SavePipeline pipeline, AppComparison comparison, IAccess access, TimeProvider clock)
    : IPublisher
{
    /// <summary>Of a new app each form is one; what more there is can be compared from version to version.</summary>
    private const int MostChangesLogged = 100;

    private readonly PlatformContextFactory _platform = new(connections);
    private readonly SchemaPublisher _schema = new(connections, new EarlierVersions(compiler));
    private readonly FormulaRun _formulas = new(connections, ids, pipeline);
    private readonly PublishedDefinitions _definitions = new(ids, clock);
    private readonly AuditLog _audit = new(connections, ids, clock);

    public async Task<PublishResult> PublishAsync(
        AppPackage package, Actor actor, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(actor);
        var rights = await access.OfAsync(actor, cancellationToken);
        var scope = rights.ScopeOf(package.App.Definition.Key);
        if (scope.IsNone)
        {
            return Refuse([PublishDiagnostics.NotAllowed(actor.Name)]);
        }

        await using var transaction = await connections.BeginSchemaChangeAsync(cancellationToken);
        await using var context = _platform.Join(transaction);
        var before = await PublishedDefinitions.ReadAsync(context, cancellationToken);
        var inForce = before.Packages.FirstOrDefault(other => IsSameApp(other, package));
        if (options?.BasedOn is { } basedOn && await PublishedDefinitions.ReadVersionOfAsync(context, package.App.Definition.Key, cancellationToken) is var version && version != basedOn)
        {
            return Refuse([PublishDiagnostics.Stale(package.App.Definition.Label, version)]);
        }

        if (PublishedDefinitions.IsSame(package, inForce))
        {
            return new(before.Version, IsChanged: false, []);
        }

        // Only what is published has forms that somebody may design without the app.
        var check = scope.IsWhole ? null : new FormDesignCheck(rights, scope, inForce!);
        if (check?.FindBeyond(package) is { Count: > 0 } beyond)
        {
            return Refuse(beyond);
        }

        if (scope.IsWhole && FindReach(package, before.Packages, rights) is { Count: > 0 } reach)
        {
            return Refuse([PublishDiagnostics.ReachesOthers(package.App.Definition.Label), .. reach]);
        }

        var after = before with { Version = before.Version + 1, Packages = Replace(before.Packages, package) };
        var (model, diagnostics) = compiler.Compile(after.Version, after.Packages);
        if (model is null)
        {
            var uses = inForce is null ? [] : new RemovalUses(compiler, after.Version).Find(inForce, package, before.Packages.Where(other => other != inForce));
            return Refuse([.. uses, .. diagnostics]) with { Changes = comparison.Compare(inForce, package) };
        }

        if (FlowMentions.Any(package, model) && FlowMentions.Check(package, model, await OrganisationStore.ReadAsync(context, cancellationToken)) is { Count: > 0 } unknown)
        {
            return Refuse([.. diagnostics, .. unknown]) with { Changes = comparison.Compare(inForce, package) };
        }

        var stored = StoredFormulas.Write(package, model);
        if (PublishedDefinitions.IsSame(stored, inForce))
        {
            return new(before.Version, IsChanged: false, diagnostics);
        }

        var modelBefore = CompileBefore(before);
        var changes = comparison.Compare(inForce, stored);
        if (check?.FindEscalation(stored, modelBefore, model) is { Count: > 0 } escalation)
        {
            return Refuse(escalation) with { Changes = changes };
        }

        var limits = scope.IsWhole ? null : new FormDesignLimits(rights);
        var result = await ChangeAsync(transaction, context, modelBefore, model, after.Zone, limits, actor, options ?? PublishOptions.None, cancellationToken);
        if (result.Version is not null && options is not { IsRehearsal: true })
        {
            await _definitions.WriteAsync(transaction, context, after, stored, actor, options?.RestoredVersion, cancellationToken);
            await _audit.WriteAsync(transaction, Describe(after.Version, stored, changes, actor, options?.RestoredVersion), cancellationToken);
            transaction.AfterCommit(() => workspace.Adopt(model, after.TimeZone));
            await transaction.CommitAsync(cancellationToken);
        }

        return result with
        {
            Diagnostics = [.. diagnostics, .. result.Diagnostics],
            Changes = changes,
            Impact = [.. new FieldUses(modelBefore).Of(changes), .. result.Impact],
        };
    }

    private static AuditEntry Describe(long version, AppPackage package, IReadOnlyList<DesignChange> changes, Actor actor, long? restored)
    {
        List<AuditFact> facts = [new(AuditDetail.Version, version)];
        if (restored is { } earlier)
        {
            facts.Add(new(AuditDetail.RestoredVersion, earlier));
        }

        facts.AddRange(changes.Take(MostChangesLogged).Select(change => new AuditFact(AuditDetail.Change, change.Text)));
        return new(AuditKind.Publication, actor) { App = package.App.Definition.Key, Facts = facts };
    }

    /// <summary>
    /// Roles, rollups and formulas can show records of other apps to whomever the app pleases: who administers some apps may build upon those alone.
    /// So the app has to be sound without the others.
    /// </summary>
    private IReadOnlyList<Diagnostic> FindReach(AppPackage package, IReadOnlyList<AppPackage> packages, MemberAccess rights)
    {
        if (rights.IsUnlimited)
        {
            return [];
        }

        var own = packages.Where(other => rights.Administers(other.App.Definition.Key)).ToList();
        var (alone, diagnostics) = compiler.Compile(version: 0, Replace(own, package));
        return alone is null ? diagnostics : [];
    }

    private static PublishResult Refuse(IReadOnlyList<Diagnostic> diagnostics) => new(null, IsChanged: false, diagnostics);

    private static bool IsSameApp(AppPackage package, AppPackage other) => package.App.Definition.Key == other.App.Definition.Key;

    /// <summary>In the order in which they will be read back, so that this node and the others run the same model.</summary>
    private static IReadOnlyList<AppPackage> Replace(IReadOnlyList<AppPackage> packages, AppPackage changed)
        => [.. packages.Where(package => !IsSameApp(package, changed)).Append(changed)
            .OrderBy(package => package.App.Definition.Key, StringComparer.Ordinal)];

    /// <summary>The tables and what is stored in them.</summary>
    private async Task<PublishResult> ChangeAsync(
        WriteTransaction transaction, PlatformContext context, WorkspaceModel before, WorkspaceModel model, TimeZoneInfo zone, FormDesignLimits? limits, Actor actor, PublishOptions options, CancellationToken cancellationToken)
    {
        await ModelLock.TakeAsync(transaction, connections.Target.Provider, cancellationToken);
        var change = await _schema.ChangeAsync(
            transaction, context, before, model, new(options.LeavesUnconverted, options.RestoredVersion is not null) { MayTell = form => limits?.SeesEverything(form) != false }, cancellationToken);
        if (change.IsRefused)
        {
            return Refuse(Told(change.Diagnostics)) with { Impact = change.Effects };
        }

        if (limits is not null && FormDesignLimits.FindBroughtBack(change.Comparison) is { Count: > 0 } broughtBack)
        {
            return Refuse(broughtBack);
        }

        var (records, failures) = await _formulas.RunAsync(transaction, change, zone, actor, options.Progress, cancellationToken);
        IReadOnlyList<LocalizedText> computed = records > 0 ? [SchemaEffects.Computes(records)] : [];
        return failures.Count == 0
            ? new(model.Version, IsChanged: true, change.Diagnostics) { Impact = [.. change.Effects, .. computed] }
            : Refuse(Told([.. change.Diagnostics, .. failures])) with { Impact = change.Effects };

        IReadOnlyList<Diagnostic> Told(IReadOnlyList<Diagnostic> diagnostics) => limits?.Withhold(diagnostics, model) ?? diagnostics;
    }

    private WorkspaceModel CompileBefore(PublishedState before)
    {
        if (workspace.Current.Version == before.Version)
        {
            return workspace.Current;
        }

        var (model, diagnostics) = compiler.Compile(before.Version, before.Packages);
        var errors = diagnostics.Where(item => item.Severity == Severity.Error);
        return model ?? throw new InvalidOperationException(
            $"The state in force (version {before.Version}) cannot be compiled: {string.Join("; ", errors)}");
    }
}

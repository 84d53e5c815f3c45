using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing.Merging;

namespace LowCodeErp.Studio.Editing;

/// <summary>Opens apps for designing: where the member left off, else as they are published.</summary>
public sealed class DesignDesk(IWorkspace workspace, IAppVersions versions, IDesignDraftStore drafts, WorkspaceCompiler compiler, IPublisher publisher, DocumentMerge merge, AppComparison comparison, IAccess access)
{
    /// <summary>Null when there is no such app, published or drafted by the member, or none of which he may design anything.</summary>
    public async Task<DesignSession?> OpenAsync(string app, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var rights = await access.OfAsync(actor, cancellationToken);
        var scope = rights.ScopeOf(app);
        if (scope.IsNone)
        {
            return null;
        }

        var version = await versions.FindLatestAsync(app, cancellationToken);
        var draft = actor.MemberId is { } member && await drafts.FindAsync(member, app, cancellationToken) is { } kept ? DesignDraftDefinition.Read(kept.Content) : null;
        if (version is null && draft is null)
        {
            return null;
        }

        var published = version is null ? draft!.ToDocument() : AppDocument.Of(version.Package, version.Version);
        // Whoever designs single forms is offered others as far as he knows them; all are needed to tell what is wrong.
        var others = await ReadPackagesAsync(app, other => !scope.IsWhole || rights.Administers(other), cancellationToken);
        var start = draft is null ? published : SameAs(published, draft.ToDocument().Within(scope, published));
        return new(actor, scope, version is null ? Blank(published) : published, start, others, compiler, publisher);
    }

    /// <summary>What somebody else published since the document was made, and how it goes together with the document; null when nobody did.</summary>
    /// <param name="scope">Beyond it there is nothing to merge: what was published is taken over.</param>
    public async Task<DesignMerge?> FindMergeAsync(AppDocument document, DesignScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(scope);
        var other = await versions.FindLatestAsync(document.App.Key, cancellationToken);
        if (other is null || other.Version == document.BasedOn)
        {
            return null;
        }

        var original = await versions.FindAsync(document.App.Key, document.BasedOn, cancellationToken);
        var rest = AppDocument.Of(other.Package, other.Version);
        return new(original is null ? Blank(document) : AppDocument.Of(original).Within(scope, rest), document.Within(scope, rest), other, merge, comparison);
    }

    /// <summary>The published document where the draft adds nothing to it but what waits for its forms.</summary>
    private static AppDocument SameAs(AppDocument published, AppDocument draft)
    {
        var known = published.Origin is { } origin ? draft.Since(origin) : draft;
        return known.IsSameApp(published) ? published with { Sheets = draft.Sheets } : known;
    }

    /// <summary>Another object than any document that is edited: all of a new app is still to be published.</summary>
    private static AppDocument Blank(AppDocument document) => document with { App = document.App with { }, Forms = [], TierModels = [], Roles = [] };

    /// <summary>The published apps except one, as far as somebody may know them: an app's administrator builds upon no others, and finds nothing of them.</summary>
    public Task<IReadOnlyList<AppPackage>> ReadOthersAsync(string app, MemberAccess rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return ReadPackagesAsync(app, rights.Administers, cancellationToken);
    }

    private async Task<IReadOnlyList<AppPackage>> ReadPackagesAsync(string app, Func<string, bool> isKnown, CancellationToken cancellationToken)
    {
        var current = workspace.Current;
        var others = new List<AppPackage>();
        foreach (var other in current.Apps.Where(other => other.Key != app && isKnown(other.Key)))
        {
            if (await versions.FindAsync(other.Key, current.Version, cancellationToken) is { } package)
            {
                others.Add(package);
            }
        }

        return others;
    }
}

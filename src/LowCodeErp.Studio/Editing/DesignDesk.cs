using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Studio.Editing;

/// <summary>Opens apps for designing: where the member left off, else as they are published.</summary>
public sealed class DesignDesk(IWorkspace workspace, IAppVersions versions, IDesignDraftStore drafts, WorkspaceCompiler compiler, IPublisher publisher)
{
    /// <summary>Null when there is no such app, published or drafted by the member.</summary>
    public async Task<DesignSession?> OpenAsync(string app, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var version = await versions.FindLatestAsync(app, cancellationToken);
        var draft = actor.MemberId is { } member && await drafts.FindAsync(member, app, cancellationToken) is { } kept ? DesignDraftDefinition.Read(kept.Content) : null;
        if (version is null && draft is null)
        {
            return null;
        }

        var designed = draft?.ToDocument();
        var published = version is null ? designed! : AppDocument.Of(version.Package);
        var start = version is null ? designed! : designed?.Since(version.Package) ?? published;
        var others = await ReadOthersAsync(app, cancellationToken);
        return new(actor, version is null ? Blank(published) : published, start, draft?.BasedOn ?? version!.Version, others, compiler, publisher);
    }

    /// <summary>Another object than any document that is edited: all of a new app is still to be published.</summary>
    private static AppDocument Blank(AppDocument document) => document with { App = document.App with { }, Forms = [], TierModels = [] };

    private async Task<IReadOnlyList<AppPackage>> ReadOthersAsync(string app, CancellationToken cancellationToken)
    {
        var current = workspace.Current;
        var others = new List<AppPackage>();
        foreach (var other in current.Apps.Where(other => other.Key != app))
        {
            if (await versions.FindAsync(other.Key, current.Version, cancellationToken) is { } package)
            {
                others.Add(package);
            }
        }

        return others;
    }
}

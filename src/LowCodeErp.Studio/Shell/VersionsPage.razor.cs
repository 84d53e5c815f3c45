using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Shell;

/// <summary>What was published of an app, each version with what it changed, and the way back to it.</summary>
public sealed partial class VersionsPage : IDisposable
{
    private readonly Leaving _leaving = new();
    private Actor? _actor;
    private LocalizedText? _label;
    private IReadOnlyList<VersionLine>? _versions;
    private AppVersion? _restoring;
    private string? _said;

    [Inject]
    public required IAppVersions Versions { get; set; }

    [Inject]
    public required AppComparison Comparison { get; set; }

    [Inject]
    public required IPublisher Publisher { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter]
    public string AppKey { get; set; } = "";

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var scope = (await Access.OfAsync(_actor!, _leaving.Token)).ScopeOf(AppKey);
        var all = scope.IsNone ? [] : await Versions.ListAsync(AppKey, _leaving.Token);
        List<AppVersion> versions = [.. all.Select(version => version with { Package = scope.Confine(version.Package, all[0].Package) })];
        var first = scope.IsWhole ? null : versions.LastOrDefault()?.Package;
        var lines = versions.Select((version, index) => new VersionLine(
            version, Comparison.Compare(index + 1 < versions.Count ? versions[index + 1].Package : first, version.Package)));
        _versions = [.. lines.Where((line, index) => scope.IsWhole || index == 0 || index == versions.Count - 1 || line.Changes.Count > 0)];
        _label = versions.Count > 0 ? versions[0].Package.App.Definition.Label : null;
    }

    /// <summary>Of an app that is designed in part, the rest stays as it is now.</summary>
    private async Task<PublishResult> RestoreAsync(PublishOptions options, CancellationToken cancellationToken)
    {
        var scope = (await Access.OfAsync(_actor!, cancellationToken)).ScopeOf(AppKey);
        var latest = await Versions.FindLatestAsync(AppKey, cancellationToken);
        return await Publisher.PublishAsync(scope.Confine(_restoring!.Package, latest!.Package), _actor!, options with { RestoredVersion = _restoring.Version }, cancellationToken);
    }

    private async Task OnRestoredAsync()
    {
        _said = Text["RestoredNow", _restoring!.Version];
        _restoring = null;
        await ReadAsync();
    }

    private string Local(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(utc, Workspace.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private sealed record VersionLine(AppVersion Version, IReadOnlyList<DesignChange> Changes);
}

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
        var versions = (await Access.OfAsync(_actor!, _leaving.Token)).Administers(AppKey) ? await Versions.ListAsync(AppKey, _leaving.Token) : [];
        _versions = [.. versions.Select((version, index) => new VersionLine(
            version, Comparison.Compare(index + 1 < versions.Count ? versions[index + 1].Package : null, version.Package)))];
        _label = versions.Count > 0 ? versions[0].Package.App.Definition.Label : null;
    }

    private Task<PublishResult> RestoreAsync(PublishOptions options, CancellationToken cancellationToken)
        => Publisher.PublishAsync(_restoring!.Package, _actor!, options with { RestoredVersion = _restoring.Version }, cancellationToken);

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

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Identity.Keys;

/// <summary>The keys of a member's programs, with a form for one more; or those of everybody, for administrators.</summary>
public sealed partial class ApiKeyList
{
    private const int UsualLifeInDays = 90;

    private IReadOnlyList<ListedApiKey>? _keys;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string _name = "";
    private bool _canWrite;
    private DateOnly _lastDay;
    private string? _secret;

    [Inject]
    public required ApiKeys Keys { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>Oneself, for one's own keys; null for everybody's.</summary>
    [Parameter, EditorRequired]
    public long? MemberId { get; set; }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Workspace.TimeZone).DateTime);

    protected override async Task OnInitializedAsync()
    {
        _lastDay = Today.AddDays(UsualLifeInDays);
        await ReadAsync();
    }

    private async Task ReadAsync() => _keys = await Keys.ListAsync(await CurrentActor.GetAsync(), MemberId);

    private string Describe(ListedApiKey key)
    {
        var facts = Text["Facts", LastDayOf(key.ExpiresAt), key.LastUsedAt is { } used ? LocalTimeOf(used) : Text["Never"]];
        return MemberId is null ? string.Create(CultureInfo.CurrentCulture, $"{key.Owner} · {facts}") : facts;
    }

    private string LocalTimeOf(DateTime time) => Portal.Records.LocalTime.Format(time, Workspace.TimeZone);

    private string LastDayOf(DateTime expiresAt) => TimeZoneInfo.ConvertTimeFromUtc(expiresAt, Workspace.TimeZone).AddTicks(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task CreateAsync()
    {
        var actor = await CurrentActor.GetAsync();
        var diagnostics = new DiagnosticBag();

        // Through the end of that day, as people mean it.
        var expiresAt = TimeZoneInfo.ConvertTimeToUtc(_lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), Workspace.TimeZone);
        _secret = await Keys.CreateAsync(actor, _name, _canWrite, expiresAt, diagnostics);
        _problems = diagnostics.Items;
        if (_secret is not null)
        {
            _name = "";
            await ReadAsync();
        }
    }

    private async Task RevokeAsync(ListedApiKey key)
    {
        await Keys.RevokeAsync(await CurrentActor.GetAsync(), key.Id);
        await ReadAsync();
    }
}

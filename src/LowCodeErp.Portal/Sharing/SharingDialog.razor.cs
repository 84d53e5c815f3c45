using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Days = LowCodeErp.Formula.Compilation.LocalTime;

namespace LowCodeErp.Portal.Sharing;

/// <summary>With whom a record is shared, and sharing it with others; the engine decides who may.</summary>
public sealed partial class SharingDialog
{
    private const int Suggestions = 20;

    private IReadOnlyList<GivenShare>? _shares;
    private IReadOnlyList<Diagnostic> _problems = [];
    private RecordReference? _member;
    private bool _mayEdit;
    private DateOnly? _last;
    private string? _said;

    [Inject]
    public required IRecordShares Shares { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public long RecordId { get; set; }

    /// <summary>What the record is called.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Whether who shares may edit the record himself.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken);

    private async Task ShareAsync()
    {
        var member = _member!;
        var until = _last is { } last ? Days.StartOfDay(last.AddDays(1), Workspace.TimeZone) : (DateTime?)null;
        _problems = await Shares.ShareAsync(new(Form, RecordId, member.Id, _mayEdit, until), await CurrentActor.GetAsync());
        _said = null;
        if (_problems.Count == 0)
        {
            (_member, _said) = (null, Text["Shared", member.Title]);
            await ReadAsync();
        }
    }

    private async Task TakeBackAsync(GivenShare share)
    {
        _problems = await Shares.TakeBackAsync(Form, RecordId, share.MemberId, await CurrentActor.GetAsync());
        _said = _problems.Count == 0 ? Text["TakenBack", share.MemberName].Value : null;
        await ReadAsync();
    }

    private async Task ReadAsync() => _shares = await Shares.ReadAsync(Form, RecordId, await CurrentActor.GetAsync());

    private DateOnly? LastDayOf(GivenShare share) => share.Until is { } until ? DayOf(until).AddDays(-1) : null;

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Workspace.TimeZone));
}

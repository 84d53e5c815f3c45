using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Absences;

/// <summary>When a member is away and who stands in for him. Everybody has this page for himself.</summary>
public sealed partial class AbsencePage : IDisposable
{
    private const int Suggestions = 20;

    private Organisation _organisation = Organisation.Empty;
    private IReadOnlyList<Diagnostic> _problems = [];
    private long? _member;
    private DateOnly _today;
    private DateOnly? _replaced;
    private DateOnly? _from;
    private DateOnly? _until;
    private long? _substitute;
    private string _note = "";
    private string? _said;

    [Inject]
    public required IOrganisation Source { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private IReadOnlyList<Absence> Coming => [.. _organisation.AbsencesOf(_member!.Value).Where(absence => absence.Until >= _today)];

    private IReadOnlyList<Absence> StandingInFor
        => [.. _organisation.Absences.Where(absence => absence.SubstituteId == _member && absence.Until >= _today).OrderBy(absence => absence.From)];

    /// <summary>On some of the days the substitute is away too; nobody stands in for him then.</summary>
    private Absence? SubstituteAbsence => _substitute is { } substitute && _from is { } from && _until is { } until
        ? _organisation.AbsencesOf(substitute).FirstOrDefault(absence => absence.From <= until && from <= absence.Until)
        : null;

    public void Dispose() => Source.Changed -= OnChanged;

    protected override async Task OnInitializedAsync()
    {
        Source.Changed += OnChanged;
        _organisation = Source.Current;
        _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Workspace.TimeZone).DateTime);
        (_from, _until) = (_today, _today);
        _member = (await CurrentActor.GetAsync()).MemberId;
    }

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken);

    private async Task SaveAsync()
    {
        if (_from is not { } from || _until is not { } until)
        {
            _problems = [OrganisationDiagnostics.DateMissing()];
            return;
        }

        var absence = new Absence(_member!.Value, from, until, _substitute, _note.Trim() is { Length: > 0 } note ? note : null);
        if (await ChangeAsync((current, found) => current.Leave(absence, _replaced, found)))
        {
            Clear();
        }
    }

    private Task RemoveAsync(Absence absence) => ChangeAsync((current, _) => current.Return(absence.MemberId, absence.From));

    private async Task<bool> ChangeAsync(Func<Organisation, DiagnosticBag, Organisation?> change)
    {
        _problems = await Source.ChangeAsync(change, await CurrentActor.GetAsync());
        _said = _problems.Count == 0 ? Text["Saved"].Value : null;
        return _problems.Count == 0;
    }

    private void Edit(Absence absence)
        => (_replaced, _from, _until, _substitute, _note, _problems, _said) = (absence.From, absence.From, absence.Until, absence.SubstituteId, absence.Note ?? "", [], null);

    private void Clear() => (_replaced, _from, _until, _substitute, _note) = (null, _today, _today, null, "");

    private string? NameOf(long? member) => member is { } id ? _organisation.FindMember(id)?.Name : null;

    private string Format(Absence absence) => Text["Days", absence.From, absence.Until];

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        _organisation = Source.Current;
        StateHasChanged();
    });
}

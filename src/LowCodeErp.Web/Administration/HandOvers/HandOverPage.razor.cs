using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.PageHeader;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.HandOvers;

/// <summary>What a member holds, who is to get it, and what became of it.</summary>
public sealed partial class HandOverPage : IDisposable
{
    private const int Suggestions = 20;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<Diagnostic> _problems = [];
    private IReadOnlyList<HandOverSection>? _held;
    private IReadOnlyList<HandOverReport> _reports = [];
    private OrganisationMember? _leaver;
    private OrganisationMember? _successor;
    private Actor? _actor;
    private bool _deactivates;
    private bool _isBusy;

    [Inject]
    public required HandOverDesk Desk { get; set; }

    [Inject]
    public required IHandOverStore Reports { get; set; }

    [Inject]
    public required IOrganisation Organisation { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter]
    public long MemberId { get; set; }

    private IReadOnlyList<BreadcrumbItem> Breadcrumb => [new(Text["Back"], "administration/organisation")];

    /// <summary>Nobody deactivates himself, nor anybody twice.</summary>
    private bool MayDeactivate => _leaver is { IsActive: true } && MemberId != _actor?.MemberId;

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _actor = await CurrentActor.GetAsync();
        if (_actor.IsAdministrator)
        {
            await ShowAsync();
        }
    }

    private async Task ShowAsync()
    {
        _leaver = Organisation.Current.FindMember(MemberId);
        (_successor, _deactivates) = (null, MayDeactivate);
        if (_leaver is not null)
        {
            _reports = await Reports.ListAsync(MemberId, _leaving.Token);
            _held = await Desk.PreviewAsync(MemberId, _leaving.Token);
        }
    }

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
        => [.. (await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken)).Where(match => match.Id != MemberId)];

    private void Choose(RecordReference match) => _successor = Organisation.Current.FindMember(match.Id);

    private async Task HandOverAsync()
    {
        if (_successor is not { } successor || _isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var handOver = new HandOver(_leaver!, successor, _deactivates);
            // Not ended by whoever closes the page: it is one step.
            var result = await Task.Run(async () => await Desk.RunAsync(handOver, await CurrentActor.GetAsync()));
            _problems = result.Problems;
            if (result.Report is not null)
            {
                await ShowAsync();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using LowCodeErp.Web.Identity.Passwords;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Members;

/// <summary>One member, or a new one. The store decides what is allowed.</summary>
public sealed partial class MemberDialog
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private string _userName = "";
    private string _displayName = "";
    private string _email = "";
    private bool _isAdministrator;
    private bool _asksToDeactivate;
    private string? _said;
    private string? _link;

    [Inject]
    public required MemberAccounts Accounts { get; set; }

    [Inject]
    public required MemberDirectory Directory { get; set; }

    [Inject]
    public required PasswordLinks Links { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Null for a new one.</summary>
    [Parameter, EditorRequired]
    public ListedMember? Member { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    /// <summary>The page shows the new member here from then on.</summary>
    [Parameter, EditorRequired]
    public EventCallback<ListedMember> OnAdded { get; set; }

    protected override void OnInitialized()
    {
        if (Member is not null)
        {
            (_userName, _displayName, _email, _isAdministrator) = (Member.UserName, Member.DisplayName, Member.Email, Member.IsAdministrator);
        }
    }

    private async Task SaveAsync()
    {
        var entry = new MemberEntry(_userName, _displayName, _email, _isAdministrator).Tidy();
        if (Member is not null)
        {
            await RunAsync(actor => Accounts.EditAsync(Member.Id, entry, actor), Text["Saved"]);
            return;
        }

        var actor = await CurrentActor.GetAsync();
        _problems = await Accounts.AddAsync([entry], actor);
        if (_problems.Count == 0)
        {
            var added = (await Directory.FindAsync(entry.UserName, actor))!;
            await OnAdded.InvokeAsync(added);
            await MakeLinkAsync(added.Id);
        }
    }

    private Task ChangeAsync(Func<long, Actor, CancellationToken, Task<IReadOnlyList<Diagnostic>>> change, string said)
        => RunAsync(actor => change(Member!.Id, actor, CancellationToken.None), said);

    private async Task RunAsync(Func<Actor, Task<IReadOnlyList<Diagnostic>>> change, string said)
    {
        (_asksToDeactivate, _said, _link) = (false, null, null);
        _problems = await change(await CurrentActor.GetAsync());
        if (_problems.Count == 0)
        {
            _said = said;
            await OnChanged.InvokeAsync();
        }
    }

    private async Task MakeLinkAsync(long memberId)
    {
        var diagnostics = new DiagnosticBag();
        var secret = await Links.CreateAsync(memberId, await CurrentActor.GetAsync(), diagnostics);
        (_problems, _said) = (diagnostics.Items, null);
        _link = secret is null ? null : Navigation.ToAbsoluteUri(PasswordPage.AddressOf(secret)).ToString();
    }
}

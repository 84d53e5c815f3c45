using LowCodeErp.Data.Accounts;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Members;

/// <summary>Everybody with an account, for administrators (R115).</summary>
public sealed partial class MembersPage
{
    private const int Step = 100;

    private IReadOnlyList<ListedMember>? _members;
    private string _search = "";
    private int _shown = Step;
    private ListedMember? _open;
    private bool _isOpen;
    private bool _isImporting;

    [Inject]
    public required MemberAccounts Accounts { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    private List<ListedMember> Found => [.. _members!.Where(member => IsFound(member, _search.Trim()))];

    protected override Task OnInitializedAsync() => ReadAsync();

    private static bool IsFound(ListedMember member, string text)
        => new[] { member.DisplayName, member.UserName, member.Email }.Any(name => name.Contains(text, StringComparison.CurrentCultureIgnoreCase));

    private async Task ReadAsync()
    {
        _members = await Accounts.ListAsync(await CurrentActor.GetAsync());
        _open = _members.SingleOrDefault(member => member.Id == _open?.Id);
    }

    private Task ShowAddedAsync(ListedMember added)
    {
        _open = added;
        return ReadAsync();
    }

    private void Open(ListedMember? member) => (_open, _isOpen) = (member, true);

    private Task CloseAsync()
    {
        (_open, _isOpen, _isImporting) = (null, false, false);
        return ReadAsync();
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Web.Identity.MyAccount;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Identity.SecondFactor;

/// <summary>Turns the second factor on, which counts once a code has shown that the app has the key, and off again with the password.</summary>
public sealed partial class SecondFactorPanel
{
    private const int GroupLength = 4;
    private const string PasswordBox = "factor-password";

    private IReadOnlyList<Diagnostic> _problems = [];
    private IReadOnlyList<string>? _codes;
    private bool _isOn;
    private string? _key;
    private string _issuer = "";
    private string _code = "";
    private string _password = "";

    [Inject]
    public required OwnAccount Account { get; set; }

    [Inject]
    public required IWorkspaceProfile Profile { get; set; }

    [Parameter, EditorRequired]
    public long MemberId { get; set; }

    [Parameter, EditorRequired]
    public string UserName { get; set; } = "";

    [Parameter, EditorRequired]
    public bool IsOn { get; set; }

    /// <summary>As authenticator apps read it from the picture.</summary>
    private string Address
        => $"otpauth://totp/{Uri.EscapeDataString(_issuer)}:{Uri.EscapeDataString(UserName)}?secret={_key}&issuer={Uri.EscapeDataString(_issuer)}&digits=6";

    private string KeyInGroups => string.Join(' ', _key!.Chunk(GroupLength).Select(group => new string(group)));

    protected override void OnInitialized() => _isOn = IsOn;

    private async Task BeginAsync()
    {
        _issuer = await Profile.GetNameAsync(CancellationToken.None);
        _key = await Account.BeginSecondFactorAsync(MemberId);
        _isOn = _key is null;
    }

    private async Task ConfirmAsync()
    {
        _codes = await Account.ConfirmSecondFactorAsync(MemberId, _code);
        _problems = _codes is null ? [MemberDiagnostics.CodeWrong()] : [];
        if (_codes is not null)
        {
            (_isOn, _key, _code) = (true, null, "");
        }
    }

    private async Task EndAsync()
    {
        _problems = [.. (await Account.EndSecondFactorAsync(MemberId, _password)).Select(problem => problem with { Path = PasswordBox })];
        _password = "";
        _isOn = _problems.Count > 0;
    }
}

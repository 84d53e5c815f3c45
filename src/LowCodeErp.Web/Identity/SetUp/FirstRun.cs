using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Members;

namespace LowCodeErp.Web.Identity.SetUp;

/// <summary>
/// A workspace without members belongs to whoever reads the server's console: there stands an address with a secret, made anew at every start, at which
/// the first administrator is made. The program remembers no more of the secret than its hash, and nothing once there is a member.
/// </summary>
public sealed class FirstRun(MemberAccounts accounts) : IDisposable
{
    public const string Path = "/account/set-up";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile byte[]? _hash;
    private volatile bool _isOver;

    /// <returns>The secret, in place of any earlier one; null when there is a member.</returns>
    public async Task<string?> BeginAsync(CancellationToken cancellationToken = default)
    {
        if (await IsOverAsync(cancellationToken))
        {
            return null;
        }

        var secret = Secret.Create();
        _hash = Secret.Hash(secret);
        return secret;
    }

    public async ValueTask<bool> IsOverAsync(CancellationToken cancellationToken = default)
        => _isOver || (_isOver = await accounts.AnyAsync(cancellationToken));

    public async ValueTask<bool> AcceptsAsync(string? secret, CancellationToken cancellationToken = default)
        => !string.IsNullOrEmpty(secret) && _hash is { } hash && Secret.Matches(secret, hash) && !await IsOverAsync(cancellationToken);

    /// <returns>What is wrong; nothing when the administrator was added, who can sign in now.</returns>
    public async Task<IReadOnlyList<Diagnostic>> CompleteAsync(string? secret, MemberEntry entry, string password, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await AcceptsAsync(secret, cancellationToken) ? await accounts.AddFirstAsync(entry, password, cancellationToken) : [MemberDiagnostics.LinkUnusable()];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}

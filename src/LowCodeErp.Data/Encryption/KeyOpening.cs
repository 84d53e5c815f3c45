using System.Security.Cryptography;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Encryption;

/// <summary>Makes the keys of a new workspace and unwraps those of a known one, whenever a process opens it.</summary>
public sealed class KeyOpening(WorkspaceConnections connections, PlatformContextFactory contexts, KeyRing ring, IKeyManager manager, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Purpose = "workspace-data-key";

    /// <summary>Of a key that signs cookies; what it has wrapped can be unwrapped for ever.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>A new key is made so long before the last one ends.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(90);

    /// <summary>Other nodes look at the ring once a day.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromDays(2);

    /// <returns>Why encrypted values cannot be read; null when they can. The workspace runs all the same.</returns>
    public async Task<Diagnostic?> OpenAsync(CancellationToken cancellationToken = default)
    {
        // No two nodes make a first key.
        await using var write = await connections.BeginSchemaChangeAsync(cancellationToken);
        await using var context = contexts.Join(write);
        ExtendRing();
        var keys = await context.DataKeys.AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        if (keys.Count == 0)
        {
            keys = [Create(1)];
            context.AddRange(keys);
        }

        var stored = await context.ProtectionKeys.AsNoTracking().Select(key => key.Name).ToListAsync(cancellationToken);
        context.AddRange(ring.Added.ExceptBy(stored, key => key.Name));
        await context.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        Adopt(keys);
        return connections.Keys.Problem;
    }

    /// <param name="id">Follows that of the last one.</param>
    internal DataKey Create(long id)
    {
        var key = RandomNumberGenerator.GetBytes(ValueCipher.KeyLength);
        return new() { Id = id, Wrapped = protection.CreateProtector(Purpose).Protect(key), CreatedAt = clock.GetUtcNow().UtcDateTime };
    }

    /// <param name="keys">All of them, the first one first.</param>
    internal void Adopt(IReadOnlyList<DataKey> keys)
    {
        if (Unwrap(keys) is { } ciphers)
        {
            connections.Keys.Adopt(ciphers, Reread);
            return;
        }

        // Whoever tries to read or store a sensitive value is told; everything else goes on.
        connections.Keys.Refuse(EncryptionDiagnostics.KeyLost());
    }

    private void ExtendRing()
    {
        var now = clock.GetUtcNow();
        var usable = manager.GetAllKeys().Where(key => !key.IsRevoked && IsReadable(key)).ToList();
        if (usable.TrueForAll(key => key.ExpirationDate < now + Margin))
        {
            manager.CreateNewKey(usable.Count == 0 ? now : now + Delay, now + Lifetime);
        }
    }

    private static bool IsReadable(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (CryptographicException)
        {
            // Protected with a certificate that this process does not have: it is as if the key were not there.
            return false;
        }
    }

    /// <summary>None where one cannot be unwrapped: the text is unreadable then, and what could be read before still can.</summary>
    private IReadOnlyList<ValueCipher> Reread()
    {
        using var context = contexts.CreateDbContext();
        return Unwrap([.. context.DataKeys.AsNoTracking().OrderBy(key => key.Id)]) ?? [];
    }

    /// <summary>Null where the ring of data protection is not the one that wrapped them.</summary>
    private IReadOnlyList<ValueCipher>? Unwrap(IReadOnlyList<DataKey> keys)
    {
        var protector = protection.CreateProtector(Purpose);
        try
        {
            return [.. keys.Select(key => new ValueCipher(key.Id, protector.Unprotect(key.Wrapped)))];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

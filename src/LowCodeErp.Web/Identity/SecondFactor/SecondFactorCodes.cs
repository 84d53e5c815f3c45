using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity.SecondFactor;

/// <summary>
/// The codes of authenticator apps (RFC 6238), each of which is accepted once: whoever looks over somebody's shoulder cannot use what he saw. ASP.NET's own provider does not
/// tell which step of time a code belongs to.
/// </summary>
public sealed class SecondFactorCodes(TimeProvider clock) : AuthenticatorTokenProvider<Member>
{
    private const int SecondsOfStep = 30;

    /// <summary>How many steps a phone's clock may be off, as ASP.NET has it.</summary>
    private const int Tolerance = 2;

    private const int Digits = 6;
    private const int Codes = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The account is stored with the step; of two who enter one code at the same time, the one who comes second finds it changed.</summary>
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Member> manager, Member user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || FindStep(ReadKey(key), token, user.LastCodeStep) is not { } step)
        {
            return false;
        }

        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }

    private long? FindStep(byte[] key, string code, long last)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / SecondsOfStep;
        for (var step = Math.Max(now - Tolerance, last + 1); step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), Encoding.ASCII.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticator apps compute with SHA-1; the standard says so.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % Codes).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>Base 32, as apps take keys.</summary>
    private static byte[] ReadKey(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var character in text.TrimEnd('='))
        {
            bits = ((bits << 5) | Alphabet.IndexOf(character, StringComparison.OrdinalIgnoreCase)) & 0xFFFF;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}

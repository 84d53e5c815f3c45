using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace LowCodeErp.Web.Tests.Identity;

/// <summary>What an authenticator app shows for a key (RFC 6238), computed here from the standard and not by the program's own means.</summary>
internal static class TestAuthenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsOfACode = 30;

    /// <param name="ahead">How many codes after the one that is shown now.</param>
    public static string CodeOf(string key, TimeProvider clock, int ahead = 0)
    {
        Span<byte> step = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(step, clock.GetUtcNow().ToUnixTimeSeconds() / SecondsOfACode + ahead);
#pragma warning disable CA5350 // Authenticator apps compute with SHA-1; the standard says so.
        var hash = HMACSHA1.HashData(Decode(key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}

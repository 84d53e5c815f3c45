using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LowCodeErp.Data.Accounts;

/// <summary>
/// A random text that opens something to whoever has it. Only its hash is kept; being random, it needs neither salt nor a slow hash.
/// </summary>
public static class Secret
{
    public const int HashLength = SHA256.HashSizeInBytes;

    private const int RandomBytes = 32;

    /// <param name="prefix">By which people, and programs that look for leaked secrets, recognise what it is.</param>
    public static string Create(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool Matches(string secret, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(secret), hash);
}

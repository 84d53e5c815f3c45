using System.Security.Cryptography;

namespace LowCodeErp.Data.Platform;

/// <summary>The name under which contents lie, in the database or in a folder: 32 random digits, nothing that a user has a say in.</summary>
internal static class ContentName
{
    public const int Length = 32;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static bool Is(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}

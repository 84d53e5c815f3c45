using System.Security.Cryptography;

namespace LowCodeErp.Portal.Navigation;

/// <summary>The number that a person reads to the operator, and that stands in the log beside the error: <c>7KQ4-M2XD</c>.</summary>
public static class FailureReference
{
    /// <summary>Without the letters and digits that are taken for each other on the telephone.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Create()
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{characters[..4]}-{characters[4..]}";
    }
}

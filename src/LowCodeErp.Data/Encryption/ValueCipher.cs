using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LowCodeErp.Data.Encryption;

/// <summary>
/// Texts as the database keeps them where nobody may read them there: AES-GCM with a fresh nonce for each, bound to its place. Beside it a digest for exact search, made with
/// another key, so that knowing one does not help with the other.
/// </summary>
internal sealed class ValueCipher
{
    public const int KeyLength = 32;

    /// <summary>Before every sealed text, then the number of its key.</summary>
    public const string Mark = "enc1:";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Between the parts of a place: no key of a form or field has it.</summary>
    private const char Separator = '\u001F';

    private readonly byte[] _valueKey;
    private readonly byte[] _indexKey;
    private readonly string _prefix;

    /// <param name="keyId">Is written into every text, so that each is opened with the key it was sealed with.</param>
    public ValueCipher(long keyId, byte[] dataKey)
    {
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{Mark}{keyId}:");
        _valueKey = Derive(dataKey, "lowcode-erp values");
        _indexKey = Derive(dataKey, "lowcode-erp blind index");
    }

    /// <summary>Whether the text says that it was sealed with this key.</summary>
    public bool Knows(string text) => text.StartsWith(_prefix, StringComparison.Ordinal);

    public string Seal(SealedPlace place, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_valueKey, TagLength);
        aes.Encrypt(bytes.AsSpan(0, NonceLength), plain, bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), Describe(place));
        return _prefix + Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for what was sealed with another key or for another place, or was changed since.</summary>
    public string? Open(SealedPlace place, string text)
    {
        if (!Knows(text) || !Base64Url.IsValid(text.AsSpan(_prefix.Length), out var length) || length < NonceLength + TagLength)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text.AsSpan(_prefix.Length));
        var plain = new byte[length - NonceLength - TagLength];
        using var aes = new AesGcm(_valueKey, TagLength);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), plain, Describe(place));
        }
        catch (AuthenticationTagMismatchException)
        {
            // That is how a text is found not to be genuine here; the caller says so at its place.
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The same for equal texts of one field, and for no others.</summary>
    /// <param name="text">In the spelling in which texts are compared.</param>
    public string Index(string form, string field, string text)
        => Convert.ToHexStringLower(HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes(string.Join(Separator, form, field, text))));

    private static byte[] Describe(SealedPlace place)
        => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.Form}{Separator}{place.Field}{Separator}{place.Record}"));

    private static byte[] Derive(byte[] dataKey, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, KeyLength, info: Encoding.UTF8.GetBytes(purpose));
}

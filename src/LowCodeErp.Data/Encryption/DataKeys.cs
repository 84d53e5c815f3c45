using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Encryption;

/// <summary>The workspace's key for sensitive texts, as long as the process lives. It is handed out to nobody.</summary>
public sealed class DataKeys
{
    private ValueCipher? _cipher;

    /// <summary>Why there is no key to be used; null when there is.</summary>
    public Diagnostic? Problem { get; private set; } = EncryptionDiagnostics.NotOpened();

    /// <exception cref="UnreadableValueException">The key is lost: nothing can be stored that nobody could read again.</exception>
    public string Seal(SealedPlace place, string text) => Cipher.Seal(place, text);

    /// <summary>Null for what cannot be read: its key is lost, or somebody has changed or moved it.</summary>
    public string? Open(SealedPlace place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _cipher?.Open(place, text);
    }

    public static bool IsSealed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(ValueCipher.Mark, StringComparison.Ordinal);
    }

    internal static SealedPlace PlaceOf(FieldModel field, long record) => new(field.Form.Key, field.Key, record);

    internal string Seal(FieldModel field, long record, string text) => Seal(PlaceOf(field, record), text);

    internal string? Open(FieldModel field, long record, string text) => Open(PlaceOf(field, record), text);

    /// <summary>What a text is found by: the same for every spelling of it.</summary>
    internal string IndexOf(FieldModel field, object text) => Cipher.Index(field.Form.Key, field.Key, UniqueKey.Fold(text));

    internal void Adopt(ValueCipher cipher) => (_cipher, Problem) = (cipher, null);

    internal void Refuse(Diagnostic problem) => (_cipher, Problem) = (null, problem);

    private ValueCipher Cipher => _cipher ?? throw new UnreadableValueException(Problem!);
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Encryption;

/// <summary>
/// The workspace's keys for sensitive texts, as long as the process lives: the last one seals, each opens what it has sealed, and the first one makes the blind index, since
/// texts must be found whenever they were stored. They are handed out to nobody.
/// </summary>
public sealed class DataKeys
{
    private IReadOnlyList<ValueCipher> _ciphers = [];
    private Func<IReadOnlyList<ValueCipher>> _reread = () => [];

    /// <summary>Why there is no key to be used; null when there is.</summary>
    public Diagnostic? Problem { get; private set; } = EncryptionDiagnostics.NotOpened();

    /// <exception cref="UnreadableValueException">The key is lost: nothing can be stored that nobody could read again.</exception>
    public string Seal(SealedPlace place, string text) => Usable[^1].Seal(place, text);

    /// <summary>Null for what cannot be read: its key is lost, or somebody has changed or moved it.</summary>
    public string? Open(SealedPlace place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (Find(text) ?? FindAnew(text))?.Open(place, text);
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
    internal string IndexOf(FieldModel field, object text) => Usable[0].Index(field.Form.Key, field.Key, UniqueKey.Fold(text));

    /// <param name="ciphers">At least one, in the order in which their keys were made.</param>
    /// <param name="reread">All that there are by now; asked where a text was sealed with none of those.</param>
    internal void Adopt(IReadOnlyList<ValueCipher> ciphers, Func<IReadOnlyList<ValueCipher>> reread) => (_ciphers, _reread, Problem) = (ciphers, reread, null);

    internal void Refuse(Diagnostic problem) => (_ciphers, _reread, Problem) = ([], () => [], problem);

    private IReadOnlyList<ValueCipher> Usable => _ciphers is { Count: > 0 } ciphers ? ciphers : throw new UnreadableValueException(Problem!);

    private ValueCipher? Find(string text) => _ciphers.FirstOrDefault(cipher => cipher.Knows(text));

    /// <summary>Another process may have made a key since, and sealed with it.</summary>
    private ValueCipher? FindAnew(string text)
    {
        if (!IsSealed(text) || _reread() is not { Count: > 0 } ciphers)
        {
            return null;
        }

        _ciphers = ciphers;
        return Find(text);
    }
}

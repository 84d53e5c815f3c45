using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LowCodeErp.Core.Scripting;

/// <summary>Calls and answers on a pipe: four bytes of length (little-endian), then that many bytes of JSON in UTF-8.</summary>
public static class ScriptMessages
{
    /// <summary>Of one message, in bytes; whoever announces more is not one of ours.</summary>
    public const int MaximumLength = 8 * 1024 * 1024;

    private const int PrefixLength = sizeof(int);

    /// <summary>Texts stay readable and short: nothing here is shown on a page.</summary>
    private static readonly ScriptJson _json = new(new(ScriptJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(ScriptCall call) => Write(call, _json.ScriptCall);

    public static byte[] Write(ScriptAnswer answer) => Write(answer, _json.ScriptAnswer);

    /// <summary>Null at the end of the pipe.</summary>
    public static Task<ScriptCall?> ReadCallAsync(Stream pipe, CancellationToken cancellationToken) => ReadAsync(pipe, _json.ScriptCall, cancellationToken);

    /// <summary>Null at the end of the pipe.</summary>
    public static Task<ScriptAnswer?> ReadAnswerAsync(Stream pipe, CancellationToken cancellationToken) => ReadAsync(pipe, _json.ScriptAnswer, cancellationToken);

    private static byte[] Write<T>(T message, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var frame = new byte[PrefixLength + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, PrefixLength);
        return frame;
    }

    /// <exception cref="InvalidDataException">The length is impossible.</exception>
    /// <exception cref="EndOfStreamException">The pipe ended within the message.</exception>
    /// <exception cref="JsonException">The message is not of this kind.</exception>
    private static async Task<T?> ReadAsync<T>(Stream pipe, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        var prefix = new byte[PrefixLength];
        if (await pipe.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancellationToken) is var read && read < PrefixLength)
        {
            return read == 0 ? null : throw new EndOfStreamException();
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is <= 0 or > MaximumLength)
        {
            throw new InvalidDataException($"A message of {length} bytes is impossible.");
        }

        var json = new byte[length];
        await pipe.ReadExactlyAsync(json, cancellationToken);
        return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The message is null.");
    }
}

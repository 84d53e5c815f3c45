using System.Security.Cryptography;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.Data.Files;

/// <summary>The contents of one file on their way in: counted, hashed and written piece by piece, and stopped as soon as they are too many.</summary>
internal sealed class FileReception(FileOffer offer, FileRule rule, KeptFile file, IProgress<long>? received)
{
    /// <summary>Null when everything has been written; <see cref="KeptFile.Size"/> and <see cref="KeptFile.Hash"/> are set then.</summary>
    public async Task<Diagnostic?> WriteAsync(IContentWriter writer, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        while (length > 0)
        {
            size += length;
            if (size > rule.MaximumBytes)
            {
                return FileDiagnostics.LargerThanAllowed(file.Name, rule.MaximumBytes);
            }

            hash.AppendData(buffer, 0, length);
            await writer.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            received?.Report(size);
            length = await ReadAsync(offer.Content, buffer, cancellationToken);
        }

        if (size < offer.Size)
        {
            return FileDiagnostics.Interrupted(file.Name);
        }

        await writer.CompleteAsync(cancellationToken);
        (file.Size, file.Hash) = (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        return null;
    }

    /// <summary>A whole piece, however small the portions in which it comes; less only at the end.</summary>
    public static async Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
        => await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
}

using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Extending.Files;

/// <summary>Brings files from a browser to the store, a portion at a time.</summary>
public static class BrowserFiles
{
    private const int ThumbnailSide = 320;
    private const int MostBytesOfThumbnail = 100_000;

    /// <summary>Smaller pictures are their own thumbnails.</summary>
    private const int FewBytes = 50_000;

    private static readonly TimeSpan MostTimeForThumbnail = TimeSpan.FromSeconds(15);

    public static async Task<FileReceipt> SendAsync(
        IBrowserFile file, FileRule rule, IFileStore files, Actor actor, IProgress<long> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(files);
        var name = FileName.Clean(file.Name);
        if (rule.CheckOffer(name, file.Size) is { } problem)
        {
            return new(null, problem);
        }

        try
        {
            var thumbnail = await MakeThumbnailAsync(file, cancellationToken);
            await using var content = file.OpenReadStream(rule.MaximumBytes, cancellationToken);
            return await files.ReceiveAsync(new(name, file.Size, content, thumbnail), rule, actor, received, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            // The file was moved or changed on its owner's disk while it was read, or the line is bad: nothing of it is kept.
            return new(null, FileDiagnostics.Interrupted(name));
        }
    }

    /// <summary>Made by the browser, which can decode pictures safely; blank where it cannot read this one.</summary>
    private static async Task<ReadOnlyMemory<byte>> MakeThumbnailAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        if (file.Size <= FewBytes || !ShownFile.IsPictureName(file.Name))
        {
            return default;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MostTimeForThumbnail);
        try
        {
            var small = await file.RequestImageFileAsync("image/webp", ThumbnailSide, ThumbnailSide).AsTask().WaitAsync(limit.Token);
            await using var content = small.OpenReadStream(MostBytesOfThumbnail, limit.Token);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, limit.Token);
            return copy.ToArray();
        }
        catch (Exception exception) when (exception is IOException or JSException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // No picture, or one that the browser takes too long for: the store says what is wrong with it, and lists show it as it is.
            return default;
        }
    }
}

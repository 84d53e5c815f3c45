using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Studio.Sheets;

/// <summary>Keeps files whose rows wait for their form, as pending files of whoever sent them: for a day, and nobody else sees them.</summary>
public sealed class SheetFiles(IFileStore files)
{
    /// <summary>What it is shows in its contents, and the reader of spreadsheets judges those; the name would promise a format.</summary>
    private const string Ending = ".upload";

    private static readonly FileRule _rule = new() { MaximumBytes = SpreadsheetLimits.Default.MaximumBytes };

    public Task<FileReceipt> KeepAsync(UploadedFile file, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Task.Run(() => files.ReceiveAsync(new("sheet" + Ending, file.Length, file.Rewind()), _rule, actor, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>Null when the file is gone.</summary>
    public async Task<UploadedFile?> OpenAsync(WaitingSheet sheet, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (await files.OpenAsync(sheet.File, actor, cancellationToken) is not { } kept)
        {
            return null;
        }

        await using (kept.Content)
        {
            return await UploadedFile.ReceiveAsync(kept.Content, sheet.Name, cancellationToken: cancellationToken);
        }
    }
}

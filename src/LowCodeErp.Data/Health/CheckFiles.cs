using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Health;

/// <summary>The contents of files are where they should be, and each file is held by the record that it says.</summary>
internal sealed class CheckFiles(FileContents contents) : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await CountWithoutContentsAsync(examination.Platform, cancellationToken) is > 0 and var lost)
        {
            yield return HealthDiagnostics.FileContentsMissing(lost);
        }

        foreach (var field in examination.SoundForms.SelectMany(form => form.FileFields))
        {
            if (await CountStrangeAsync(examination, field, cancellationToken) is > 0 and var strange)
            {
                yield return HealthDiagnostics.FilesOfOthers(field, strange);
            }

            if (await CountUnheldAsync(examination, field, cancellationToken) is > 0 and var unheld)
            {
                yield return HealthDiagnostics.FilesUnheld(field, unheld);
            }
        }
    }

    private async Task<long> CountWithoutContentsAsync(PlatformContext platform, CancellationToken cancellationToken)
    {
        var held = platform.Files.Where(file => file.RecordId != null && file.ExpiresAt == null && file.Content != null);
        var count = await held
            .Where(file => !file.IsOnDisk && file.Size != platform.FileChunks.Where(chunk => chunk.Content == file.Content).Sum(chunk => (long)chunk.Bytes.Length))
            .LongCountAsync(cancellationToken);
        await foreach (var file in held.Where(file => file.IsOnDisk).Select(file => new { file.Content, file.Size }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count += contents.IsThere(file.Content!, file.Size) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Records that name a file which another record, or nobody, holds; those that name none at all are another check's.</summary>
    private static Task<long> CountStrangeAsync(Examination examination, FieldModel field, CancellationToken cancellationToken)
    {
        var file = examination.Quote(FileTable.Name);
        return examination.CountAsync(
            $"SELECT COUNT(*) FROM {RowsOf(examination, field)} WHERE EXISTS (SELECT 1 FROM {file} f WHERE f.id = i.value) "
            + $"AND NOT EXISTS (SELECT 1 FROM {file} f WHERE f.id = i.value AND {IsHeldBy(examination, field)})",
            cancellationToken);
    }

    private static Task<long> CountUnheldAsync(Examination examination, FieldModel field, CancellationToken cancellationToken)
        => examination.CountAsync(
            $"SELECT COUNT(*) FROM {examination.Quote(FileTable.Name)} f WHERE f.form = '{field.Form.Key}' AND f.field = '{field.Key}' AND f.expires_at IS NULL AND f.content IS NOT NULL "
            + $"AND NOT EXISTS (SELECT 1 FROM {RowsOf(examination, field)} WHERE i.value = f.id AND {IsHeldBy(examination, field)})",
            cancellationToken);

    private static string RowsOf(Examination examination, FieldModel field)
    {
        var table = examination.Quote(field.Form.Table);
        return $"{table} {RecordDialect.For(examination.Provider).Items($"{table}.{examination.Quote(field.Column)}")}";
    }

    private static string IsHeldBy(Examination examination, FieldModel field)
        => $"f.form = '{field.Form.Key}' AND f.field = '{field.Key}' AND f.record_id = {examination.Quote(field.Form.Table)}.id AND f.content IS NOT NULL AND f.expires_at IS NULL";
}

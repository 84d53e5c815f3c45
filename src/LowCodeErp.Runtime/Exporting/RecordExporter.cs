using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Exporting;

/// <summary>
/// Writes records to a spreadsheet that can be imported again: labels as column names, values as typed cells, references by code. Who takes them away is written
/// down before the first row leaves, and how many it were afterwards, also when it breaks off.
/// </summary>
public sealed class RecordExporter(IRecordQueries queries, IAccess access, IAuditLog audit)
{
    /// <param name="query">Its columns become those of the file; all fields that have a value when it names none. What the actor may not see, or not export, is left out.</param>
    /// <param name="culture">The language of the labels.</param>
    /// <returns>The number of records written.</returns>
    public async Task<int> WriteAsync(
        RecordQuery query, ISheetWriter writer, Actor actor, CultureInfo culture, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(writer);
        var rights = (await access.OfAsync(actor, cancellationToken)).Of(query.Form);
        IReadOnlyList<FieldModel> columns =
            [.. (query.Columns.Count > 0 ? query.Columns : [.. query.Form.ReadableFields]).Where(rights.MaySee)];
        if (columns.Count == 0)
        {
            // A file without columns is none in most formats.
            return 0;
        }

        await NoteAsync(AuditKind.Export, null, cancellationToken);
        await writer.WriteHeaderAsync([.. columns.Select(field => field.Label.In(culture))], cancellationToken);
        var count = 0;
        try
        {
            await WriteRowsAsync();
        }
        finally
        {
            await NoteAsync(AuditKind.ExportEnded, count, CancellationToken.None);
        }

        return count;

        async Task WriteRowsAsync()
        {
            await foreach (var row in queries.StreamAsync(query with { Columns = columns, ReferencesByCode = true, Operation = AccessOperation.Export }, actor, cancellationToken))
            {
                await writer.WriteRowAsync([.. columns.Select(field => ToCell(row, field, culture))], cancellationToken);
                count++;
                progress?.Report(count);
            }
        }

        Task NoteAsync(AuditKind kind, int? rows, CancellationToken cancellation)
            => audit.WriteAsync(new(kind, actor) { App = query.Form.App, Form = query.Form.Key, Facts = AuditFacts.Of(query, rows) }, cancellation);
    }

    /// <summary>References are exported by code, several parts as one text, what is masked as it is shown, everything else as its field type says.</summary>
    private static InputValue ToCell(RecordRow row, FieldModel field, CultureInfo culture)
        => field.HoldsIds || field.Parts.Count > 0 || row.MaskOf(field) is not null
            ? InputValue.Of(row.TextOf(field, culture))
            : field.Type.Export(row[field], field.Settings, culture);
}

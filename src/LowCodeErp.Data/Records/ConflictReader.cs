using System.Text.Json;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Records;

/// <summary>Tells from the history who changed what since a version.</summary>
internal static class ConflictReader
{
    public static async Task<ChangeConflict> DescribeAsync(
        PlatformContext context, FormModel form, long id, long sinceVersion, CancellationToken cancellationToken)
    {
        var entries = await context.History.AsNoTracking()
            .Where(entry => entry.Form == form.Key && entry.RecordId == id && entry.Version > sinceVersion)
            .OrderBy(entry => entry.Version)
            .ToListAsync(cancellationToken);
        var keys = entries.SelectMany(entry => ReadKeys(entry.Changes)).ToHashSet(StringComparer.Ordinal);
        var last = entries.LastOrDefault();
        return last is null
            ? new(id, ChangedBy: null, At: null, [], IsDeleted: true)
            : new(id, last.ActorName, last.At, [.. form.Fields.Where(field => keys.Contains(field.Key))], last.Action == HistoryAction.Delete);
    }

    private static IEnumerable<string> ReadKeys(string changes)
    {
        using var document = JsonDocument.Parse(changes);
        return document.RootElement.EnumerateObject().Select(property => property.Name).ToList();
    }
}

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Lines that come without their record, as from a file, go behind those that it has, in the order in which they come; so does one that moves to another record.</summary>
internal sealed class PlaceLines : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Form.ParentReference is not { } reference)
        {
            return;
        }

        var arriving = batch.Records.Where(line => !line.IsDeleted && line.IsFieldChanged(reference) && line.Values[reference.Ordinal] is long)
            .ToLookup(line => (long)line.Values[reference.Ordinal]!);
        if (arriving.Count == 0)
        {
            return;
        }

        var last = await batch.Scope.Transaction.FindLastPlacesAsync(batch.Form, [.. arriving.Select(lines => lines.Key)], cancellationToken);
        foreach (var lines in arriving)
        {
            var next = last.TryGetValue(lines.Key, out var place) ? place + 1 : 0;
            foreach (var line in lines)
            {
                line.Place = next++;
            }
        }
    }
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Templates;

/// <summary>Publishes an app from its folder and, where asked for, fills it with its example data through the ordinary import.</summary>
public sealed class TemplateInstaller(IPublisher publisher, IWorkspace workspace, Importer importer, TimeProvider clock)
{
    public async Task<PublishResult> InstallAsync(
        string folder, Actor actor, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        var diagnostics = new DiagnosticBag();
        return TemplateFolder.Read(folder, diagnostics) is { } package
            ? await publisher.PublishAsync(package, actor, options, cancellationToken)
            : new(null, IsChanged: false, diagnostics.Items);
    }

    /// <summary>Imports the example data; repeating it changes nothing but what people changed in the examples since.</summary>
    /// <param name="progress">Told how many of its files are in.</param>
    /// <returns>The errors; empty when every file went in.</returns>
    public async Task<IReadOnlyList<Diagnostic>> SeedAsync(string folder, Actor actor, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var diagnostics = new DiagnosticBag();
        if (TemplateFolder.Read(folder, diagnostics) is not { } package)
        {
            return diagnostics.Items;
        }

        var shift = DaysSince(package.App.Definition.SeedDate);
        foreach (var (index, seed) in TemplateFolder.FindSeeds(folder).Index())
        {
            if (workspace.Current.FindForm(seed.Form) is not { } form)
            {
                return [TemplateDiagnostics.SeedWithoutForm(seed.Path, seed.Form)];
            }

            if (await ImportAsync(form, seed, shift, actor, cancellationToken) is { Count: > 0 } errors)
            {
                return errors;
            }

            progress?.Report(index + 1);
        }

        return [];
    }

    private int DaysSince(string? day)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.TimeZone).DateTime);
        return Math.Max(0, today.DayNumber - date.DayNumber);
    }

    private async Task<IReadOnlyList<Diagnostic>> ImportAsync(FormModel form, SeedFile seed, int shift, Actor actor, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        await using var file = File.OpenRead(seed.Path);
        await using var shifted = await ShiftDatesAsync(form, file, seed.Path, shift, diagnostics, cancellationToken);
        using var reader = SpreadsheetReader.Open(shifted, seed.Path, SpreadsheetLimits.Default, diagnostics);
        var key = form.Code ?? form.EnteredFields.FirstOrDefault(field => field.IsUnique);
        if (reader is null || ImportPlan.Make(form, reader, new(), key, diagnostics) is not { } plan)
        {
            return diagnostics.Items;
        }

        var result = await importer.RunAsync(plan, reader, diagnostics, new(actor, ChangeSource.Seed), cancellationToken: cancellationToken);
        return [.. result.Errors.Select(error => error.Diagnostic with { Path = $"{seed.Path}:{error.Row} {error.Column}" })];
    }

    /// <summary>The same table with every date moved, so that examples written long ago look fresh.</summary>
    private static async Task<Stream> ShiftDatesAsync(
        FormModel form, Stream file, string name, int days, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var shifted = new MemoryStream();
        using var reader = SpreadsheetReader.Open(file, name, SpreadsheetLimits.Default, diagnostics);
        if (reader is not null)
        {
            await using var writer = new CsvSheetWriter(shifted);
            var header = SheetHeader.Find(reader.ReadRows());
            var dates = ColumnMatching.ByName(form, header).Where(column => column.Field.Kind == ValueKind.Date).Select(column => column.Index).ToHashSet();
            await writer.WriteHeaderAsync(header.Names, cancellationToken);
            foreach (var row in reader.ReadRows().Where(row => row.Number > header.RowNumber))
            {
                await writer.WriteRowAsync([.. row.Cells.Select((cell, index) => dates.Contains(index) ? Shift(cell, days) : cell)], cancellationToken);
            }
        }

        shifted.Position = 0;
        return shifted;
    }

    private static InputValue Shift(InputValue cell, int days)
        => DateOnly.TryParseExact(cell.Content as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? InputValue.Of(date.AddDays(days))
            : cell;
}

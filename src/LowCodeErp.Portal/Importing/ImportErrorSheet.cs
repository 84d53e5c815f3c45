using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets.Texts;

namespace LowCodeErp.Portal.Importing;

/// <summary>The errors of an import as a csv file, for whoever has to mend the data.</summary>
public static class ImportErrorSheet
{
    private static readonly LocalizedText[] _columns = [new("行", "Row"), new("列", "Column"), new("值", "Value"), new("问题", "Problem")];

    public static async Task<MemoryStream> WriteAsync(IReadOnlyList<ImportErrorRow> errors, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var file = new MemoryStream();
        await using (var writer = new CsvSheetWriter(file))
        {
            await writer.WriteHeaderAsync([.. _columns.Select(column => column.In(culture))]);
            foreach (var error in errors)
            {
                await writer.WriteRowAsync([
                    error.Row is { } row ? InputValue.Of(row) : InputValue.Blank, InputValue.Of(error.Column),
                    InputValue.Of(error.Value), InputValue.Of(error.Message.In(culture))]);
            }
        }

        file.Position = 0;
        return file;
    }
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Portal.Importing;

/// <summary>Reads cells as the import will. References stay as they are written: whether they exist shows when the file is checked.</summary>
public static class RowPreview
{
    /// <param name="columns">The fields with the 0-based columns that go into them.</param>
    public static PreviewRow Read(SheetRow row, IReadOnlyList<(FieldChoice Choice, int Column)> columns, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(columns);
        return new(row.Number, [.. columns.Select(column => ErrorIn(row, column.Column) is { } error
            ? new PreviewCell("", error)
            : Read(column.Choice.ReadsSerialDates ? SerialDate.Read(row[column.Column]) : row[column.Column], column.Choice, culture))]);
    }

    /// <summary>A cell as it stands in the file.</summary>
    public static string WriteRaw(InputValue cell, CultureInfo culture) => cell.Content switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        var content => Convert.ToString(content, culture) ?? "",
    };

    private static PreviewCell Read(InputValue cell, FieldChoice choice, CultureInfo culture)
    {
        var field = choice.Field;
        var raw = WriteRaw(cell, culture);
        if (string.IsNullOrWhiteSpace(raw))
        {
            return new("", choice.IsRequired ? RecordDiagnostics.Required(field.Key, field.Label).Message : null);
        }

        return field.HoldsIds || field.Whole is not null ? new(raw, null) : Read(cell, field, raw, culture);
    }

    private static PreviewCell Read(InputValue cell, FieldModel field, string raw, CultureInfo culture)
    {
        var diagnostics = new DiagnosticBag();
        var value = field.Type.Read(cell, field.Settings, field.Key, diagnostics);
        if (!diagnostics.HasErrors && !value.IsBlank)
        {
            field.Type.Check(value, field.Settings, field.Key, diagnostics);
        }

        return diagnostics.Items.FirstOrDefault(item => item.Severity == Severity.Error) is { } error
            ? new(raw, error.Message)
            : new(field.Parts.Count > 0 ? raw : field.Type.Format(value, field.Settings, culture), null);
    }

    /// <summary>The path of such an error ends with the name of its cell: <c>Sheet1!C12</c>.</summary>
    private static LocalizedText? ErrorIn(SheetRow row, int column)
    {
        var cell = string.Create(CultureInfo.InvariantCulture, $"!{ColumnName.Of(column)}{row.Number}");
        return row.Errors.FirstOrDefault(error => error.Path.EndsWith(cell, StringComparison.Ordinal))?.Message;
    }
}

using System.Globalization;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>
/// Exceptional days from a file: a <see cref="CalendarDefinition"/> if its name ends in <c>.json</c>, else a spreadsheet with the columns
/// date, type (working or rest) and, if wanted, name and name-en, or their Chinese names.
/// </summary>
public static class CalendarFile
{
    private static readonly LocalizedText _dateColumn = new("日期", "date");
    private static readonly LocalizedText _typeColumn = new("类型", "type");
    private static readonly LocalizedText _nameColumn = new("名称", "name");
    private static readonly LocalizedText _englishColumn = new("英文名称", "name-en");

    private static readonly string[] _dateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>All days or, with every reason and its line, null.</summary>
    public static IReadOnlyList<ExceptionalDay>? Read(Stream stream, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var days = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(stream, name, diagnostics) : ReadRows(stream, name, diagnostics);
        if (days.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Add(CalendarDiagnostics.NoDays(name));
        }

        return diagnostics.HasErrors ? null : days;
    }

    private static IReadOnlyList<ExceptionalDay> ReadJson(Stream stream, string name, DiagnosticBag diagnostics)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var definition = DefinitionReader.Read<CalendarDefinition>(reader.ReadToEnd(), name, diagnostics);
        return [.. definition?.Days.Select(day => day.ToDay()) ?? []];
    }

    private static List<ExceptionalDay> ReadRows(Stream stream, string name, DiagnosticBag diagnostics)
    {
        var days = new List<ExceptionalDay>();
        using var reader = SpreadsheetReader.Open(stream, name, SpreadsheetLimits.Default, diagnostics);
        if (reader?.ReadRows().FirstOrDefault() is not { } first)
        {
            return days;
        }

        var columns = new Columns(SheetHeader.Of(first));
        columns.Report(name, diagnostics);
        var known = new HashSet<DateOnly>();
        foreach (var row in diagnostics.HasErrors ? [] : reader.ReadRows().Skip(1))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Number}");
            if (ReadRow(row, columns, place, diagnostics) is not { } day)
            {
                continue;
            }

            days.Add(day);
            if (!known.Add(day.Date))
            {
                diagnostics.Add(CalendarDiagnostics.DayRepeated(place, day.Date));
            }
        }

        return days;
    }

    private static ExceptionalDay? ReadRow(SheetRow row, Columns columns, string place, DiagnosticBag diagnostics)
    {
        var (date, type) = (row[columns.Date!.Value], TextOf(row[columns.Type!.Value]));
        var (day, isWorking) = (ReadDate(date), ReadType(type));
        diagnostics.AddRange(row.Errors.Select(error => error with { Path = place }));
        if (day is null)
        {
            diagnostics.Add(CalendarDiagnostics.DateUnreadable(place, TextOf(date)));
        }

        if (isWorking is null)
        {
            diagnostics.Add(CalendarDiagnostics.TypeUnreadable(place, type));
        }

        return day is { } known && isWorking is { } works ? new(known, works, columns.NameIn(row)) : null;
    }

    private static DateOnly? ReadDate(InputValue value) => value.Content switch
    {
        DateTime moment => DateOnly.FromDateTime(moment),
        _ => DateOnly.TryParseExact(TextOf(value), _dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
    };

    private static bool? ReadType(string text) => SheetHeader.Fold(text) switch
    {
        "working" or "上班" or "补班" or "工作日" => true,
        "rest" or "休息" or "放假" or "休息日" => false,
        _ => null,
    };

    private static string TextOf(InputValue value) => Convert.ToString(value.Content, CultureInfo.InvariantCulture)?.Trim() ?? "";

    private sealed record Columns(int? Date, int? Type, int? Name, int? English)
    {
        public Columns(SheetHeader header)
            : this(Find(header, _dateColumn), Find(header, _typeColumn), Find(header, _nameColumn), Find(header, _englishColumn))
        {
        }

        public void Report(string file, DiagnosticBag diagnostics)
        {
            foreach (var (column, name) in new[] { (Date, _dateColumn), (Type, _typeColumn) }.Where(item => item.Item1 is null))
            {
                diagnostics.Add(CalendarDiagnostics.ColumnMissing(file, name.Chinese, name.English!));
            }
        }

        public LocalizedText NameIn(SheetRow row)
            => new(In(row, Name), In(row, English) is { Length: > 0 } english ? english : null);

        private static int? Find(SheetHeader header, LocalizedText name) => header.IndexOf(name.Chinese) ?? header.IndexOf(name.English!);

        private static string In(SheetRow row, int? column) => column is { } known ? TextOf(row[known]) : "";
    }
}

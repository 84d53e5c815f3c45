using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Members;

/// <summary>Members from a spreadsheet whose first row names its columns: 用户名, 姓名 and 邮箱, or user name, display name and e-mail. Only the first is needed.</summary>
public static class MemberFile
{
    public const int MostRows = 5_000;

    private static readonly string[] UserNameColumns = ["用户名", "登录名", "user name"];
    private static readonly string[] DisplayNameColumns = ["姓名", "display name", "name"];
    private static readonly string[] EmailColumns = ["邮箱", "电子邮箱", "e-mail", "email"];

    /// <summary>The members of the file, each with its place; what is wrong with any of them is in the bag.</summary>
    public static IReadOnlyList<MemberEntry> Read(Stream stream, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var reader = SpreadsheetReader.Open(stream, name, SpreadsheetLimits.Default, diagnostics);
        if (reader?.ReadRows().FirstOrDefault() is not { } first)
        {
            return [];
        }

        var header = SheetHeader.Of(first);
        if (Find(header, UserNameColumns) is not { } userName)
        {
            diagnostics.Add(MemberDiagnostics.NoColumn(name));
            return [];
        }

        var (displayName, email) = (Find(header, DisplayNameColumns), Find(header, EmailColumns));
        var rows = reader.ReadRows().Skip(1).Take(MostRows + 1).ToList();
        List<MemberEntry> entries = [.. rows.Select(row => new MemberEntry(TextOf(row, userName), TextOf(row, displayName), TextOf(row, email), IsAdministrator: false)
        {
            Place = PlaceOf(name, row),
        }.Tidy())];
        diagnostics.AddRange(rows.Count switch
        {
            0 => [MemberDiagnostics.NoRows(name)],
            > MostRows => [MemberDiagnostics.TooManyRows(name, MostRows)],
            _ => Check(entries).Concat(rows.SelectMany(row => row.Errors.Select(error => error with { Path = PlaceOf(name, row) }))),
        });
        return entries;
    }

    private static IEnumerable<Diagnostic> Check(List<MemberEntry> entries)
    {
        var (names, emails) = (Repeated(entries, entry => entry.UserName), Repeated(entries, entry => entry.Email));
        return entries.SelectMany(entry => entry.Check()
            .Concat(names.Contains(entry) ? [MemberDiagnostics.UserNameRepeated(entry.UserName)] : [])
            .Concat(emails.Contains(entry) ? [MemberDiagnostics.EmailRepeated(entry.Email)] : [])
            .Select(entry.At));
    }

    private static HashSet<MemberEntry> Repeated(List<MemberEntry> entries, Func<MemberEntry, string> read)
        => entries.GroupBy(read, StringComparer.OrdinalIgnoreCase).Where(group => group.Key.Length > 0).SelectMany(group => group.Skip(1)).ToHashSet();

    private static int? Find(SheetHeader header, string[] names) => names.Select(header.IndexOf).FirstOrDefault(index => index is not null);

    private static string PlaceOf(string file, SheetRow row) => string.Create(CultureInfo.InvariantCulture, $"{file}:{row.Number}");

    private static string TextOf(SheetRow row, int? column)
        => column is { } known ? Convert.ToString(row[known].Content, CultureInfo.InvariantCulture) ?? "" : "";
}

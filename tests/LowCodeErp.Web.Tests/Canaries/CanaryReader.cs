using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Tests.Hosting;

namespace LowCodeErp.Web.Tests.Canaries;

/// <summary>What one member gets from the program: answers to requests, and pages as circuits draw them.</summary>
internal sealed partial class CanaryReader(CanaryHost host, Member member)
{
    private readonly Visitor _visitor = new(host.Program);
    private readonly CircuitPages _circuits = new(host.Program, member);

    public Task SignInAsync() => _visitor.SignInAsync(member.UserName!);

    /// <summary>Its status, where it leads to, and its text; of a workbook that of its parts.</summary>
    public async Task<string> RequestAsync(string address)
    {
        using var answer = await _visitor.GetAsync(address);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true ? Unpack(content) : Encoding.UTF8.GetString(content);
        return $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentDisposition}\n{text}";
    }

    public Task<string> DrawAsync(string address) => _circuits.ReadAsync(address);

    /// <summary>Without what differs from answer to answer, and without the record's own number.</summary>
    public static string Neutral(string text, long id)
        => Own(id).Replace(Changing().Replace(text, ""), "/#");

    /// <summary>Whether a list leads to a record.</summary>
    public static bool ShowsRecords(string page, string form) => Regex.IsMatch(page, $@"href=""/?forms/{form}/\d");

    /// <summary>Whether a file has a row below its head.</summary>
    public static bool HasRows(string csv) => csv.StartsWith("200", StringComparison.Ordinal) && csv.Trim().Split('\n').Length > 2;

    private static Regex Own(long id) => new(string.Create(CultureInfo.InvariantCulture, $@"(/|%2F){id}(?!\d)"));

    private static string Unpack(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>Marks of components, tokens of forms, and the ids that Radzen makes up.</summary>
    [GeneratedRegex("""\bid="[\w-]{10}"|<!--Blazor.*?-->|value="CfDJ[^"]*""", RegexOptions.Singleline)]
    private static partial Regex Changing();
}

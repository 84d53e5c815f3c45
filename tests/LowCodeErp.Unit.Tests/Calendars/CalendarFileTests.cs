using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Calendars;

namespace LowCodeErp.Unit.Tests.Calendars;

public sealed class CalendarFileTests
{
    private static readonly ExceptionalDay[] _newYear =
        [new(new(2027, 1, 1), false, new("元旦", "New Year's Day")), new(new(2027, 1, 3), true, new("元旦补班"))];

    [Theory]
    [InlineData("日期,类型,名称,英文名称\n2027-01-01,休息,元旦,New Year's Day\n2027/1/3,上班,元旦补班,\n")]
    [InlineData("type,date,name-en,name\nrest,2027年1月1日,New Year's Day,元旦\n\nWorking,20270103,,元旦补班\n")]
    public void Rows_WithNamedColumns_AreRead(string text) => Assert.Equal(_newYear, Read("a.csv", text, out _));

    [Fact]
    public void Json_OfDays_IsRead() => Assert.Equal(_newYear, Read("a.JSON", """
        {"source": "somebody", "days": [
          {"date": "2027-01-01", "isWorking": false, "name": {"zh-CN": "元旦", "en": "New Year's Day"}},
          {"date": "2027-01-03", "isWorking": true, "name": {"zh-CN": "元旦补班"}}]}
        """, out _));

    [Fact]
    public void Rows_WithMistakes_AreAllToldWithTheirLine()
    {
        var days = Read("a.csv", "日期,类型\n2027-02-30,休息\n2027-01-01,放羊\n2027-01-02,休息\n2027-01-02,上班\n", out var diagnostics);

        Assert.Null(days);
        Assert.Equal(
            ["a.csv:2 calendar.date-unreadable", "a.csv:3 calendar.type-unreadable", "a.csv:5 calendar.day-repeated"],
            diagnostics.Items.Select(item => $"{item.Path} {item.Code}"));
    }

    [Theory]
    [InlineData("a.csv", "day,name\n2027-01-01,x\n", "calendar.column-missing", "calendar.column-missing")]
    [InlineData("a.csv", "date,type\n", "calendar.no-days")]
    [InlineData("a.csv", "", "spreadsheet.file.empty")]
    [InlineData("a.json", """{"days": []}""", "calendar.no-days")]
    [InlineData("a.json", """{"days": [{"date": "2027-02-30", "isWorking": 1}]}""", "json.not-a-date", "json.wrong-type")]
    public void File_WithoutDays_IsRefused(string name, string text, params string[] codes)
    {
        Assert.Null(Read(name, text, out var diagnostics));
        Assert.Equal(codes, diagnostics.Items.Select(item => item.Code));
    }

    [Fact]
    public void Json_WithMistakes_NamesTheirLine()
    {
        Read("a.json", "{\"days\": [\n{\"date\": \"tomorrow\", \"isWorking\": true}]}", out var diagnostics);
        Assert.StartsWith("a.json:2:", Assert.Single(diagnostics.Items).Path, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ExceptionalDay>? Read(string name, string text, out DiagnosticBag diagnostics)
    {
        diagnostics = new();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return CalendarFile.Read(stream, name, diagnostics);
    }
}

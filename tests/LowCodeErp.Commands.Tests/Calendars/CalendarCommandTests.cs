using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Calendars;

/// <summary><c>calendar</c>, each call a process of its own, and <c>formula</c> counting by what it left.</summary>
public sealed class CalendarCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task Days_SetClearedAndImported_AreCountedByOtherProcesses(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        Assert.Equal("2", await CountAsync(workspace, "NETWORKDAYS(#2026-09-30#, #2026-10-08#)"));

        Say("已保存 3 天。", await workspace.RunAsync("calendar", "set", "2026-10-01..2026-10-03", "working", "--name", "赶工"));
        Assert.Equal("5", await CountAsync(workspace, "NETWORKDAYS(#2026-09-30#, #2026-10-08#)"));
        Say("已恢复按星期计算。", await workspace.RunAsync("calendar", "clear", "2026-10-03"));
        Assert.Equal("4", await CountAsync(workspace, "NETWORKDAYS(#2026-09-30#, #2026-10-08#)"));
        Say("已保存 2 天。", await workspace.RunAsync("calendar", "import", workspace.Write("a.csv", "日期,类型,名称\n2026-10-08,休息,厂庆\n2026-10-02,休息,国庆节\n")));
        Assert.Equal("2", await CountAsync(workspace, "NETWORKDAYS(#2026-09-30#, #2026-10-08#)"));
        Assert.Equal("2026-10-09", await CountAsync(workspace, "WORKDAY(#2026-10-01#, 1)"));

        var listed = (await workspace.RunAsync("calendar", "list", "--year", "2026")).MustSucceed().Output.Split('\n');
        Assert.Contains("2026-10-01\tworking\t赶工", listed);
        Assert.Contains("2026-10-02\trest\t国庆节", listed);
        Assert.DoesNotContain(listed, line => line.StartsWith("2026-10-03", StringComparison.Ordinal));
        Assert.Contains("2026-10-08\trest\t厂庆", listed);
        Assert.Contains("2026-10-10\tworking\t国庆节补班", listed);
    }

    [Fact]
    public async Task List_InEnglish_HasEnglishNamesAndSaysWhatIsMissing()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");

        var known = (await workspace.RunInAsync("en", "calendar", "list", "--year", "2025")).MustSucceed();
        Assert.StartsWith("2025-01-01\trest\tNew Year's Day\n2025-01-26\tworking\tSpring Festival Workday\n", known.Output, StringComparison.Ordinal);
        Assert.Equal(33, known.Output.TrimEnd().Split('\n').Length);

        var unknown = (await workspace.RunInAsync("en", "calendar", "list", "--year", "2090")).MustSucceed();
        Assert.Empty(unknown.Output);
        Assert.Equal(["There are no holidays and make-up days for 2090 yet, so the week alone counts; import them once they are published (calendar import)."], unknown.ErrorLines);
    }

    [Fact]
    public async Task Import_WithMistakes_NamesEachLineAndStoresNothing()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        var before = await workspace.AskAsync("SELECT version FROM sys_calendar");
        var file = workspace.Write("days.csv", "日期,类型\n2027-01-01,休息\n2027-13-01,休息\n2027-01-02,也许\n2027-01-01,上班\n");

        var refused = (await workspace.RunAsync("calendar", "import", file)).MustRefuse(1);

        Assert.Equal(
            [
                "days.csv:3: 日期“2027-13-01”应写成 2026-01-31 的样子。",
                "days.csv:4: 类型“也许”应为“上班”或“休息”。",
                "days.csv:5: 2027-01-01 出现了两次，请只保留一行。",
            ],
            refused.ErrorLines);
        Assert.Equal(before, await workspace.AskAsync("SELECT version FROM sys_calendar"));
        Assert.Equal(0, await workspace.AskAsync("SELECT COUNT(*) FROM sys_calendar_day WHERE date > '2027'"));
    }

    [Theory]
    [InlineData(2, "日期“2026-10-1”应写成 2018-01-31 的样子。", "set", "2026-10-1", "rest")]
    [InlineData(2, "2026-10-01 早于 2026-10-03；最后一天不能早于第一天。", "clear", "2026-10-03..2026-10-01")]
    [InlineData(2, "找不到文件“missing.csv”。", "import", "missing.csv")]
    [InlineData(1, "一次最多修改 3660 天，这里有 3652059 天；请分几次进行。", "set", "0001-01-01..9999-12-31", "rest")]
    [InlineData(1, "1066-10-14 不能加入工作日历，年份应在 1900 到 2199 之间。", "set", "1066-10-14", "rest")]
    public async Task Days_ThatCannotBe_AreRefusedInOneLine(int exitCode, string message, params string[] words)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        Assert.Equal([message], (await workspace.RunAsync(["calendar", .. words])).MustRefuse(exitCode).ErrorLines);
    }

    /// <summary>Without a form or a database, as in a workspace that was just made.</summary>
    [Fact]
    public async Task Formula_WithoutAWorkspace_CountsThePublishedHolidays()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        Assert.Equal("7", (await workspace.RunAsync("formula", "NETWORKDAYS(#2024-02-04#, #2024-02-18#)")).MustSucceed().Output.TrimEnd());
    }

    private static async Task<string> CountAsync(CommandWorkspace workspace, string formula)
        => (await workspace.RunAsync("formula", formula, "--database", workspace.Database)).MustSucceed().Output.TrimEnd();

    private static void Say(string expected, CommandResult result) => Assert.Equal(expected, result.MustSucceed().Output.TrimEnd());
}

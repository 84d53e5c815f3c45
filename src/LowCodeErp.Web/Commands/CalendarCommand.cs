using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Commands;

/// <summary><c>calendar</c>: shows and changes the days on which the working calendar differs from the week.</summary>
internal static class CalendarCommand
{
    private const string Working = "working";

    private const string Rest = "rest";

    public static Command Create() => new("calendar", new LocalizedText("工作日历：节假日与调休。", "The working calendar: holidays and make-up days.").ToString())
    {
        CreateList(), CreateSet(), CreateClear(), CreateImport(),
    };

    private static Command CreateList()
    {
        var year = new Option<int?>("--year") { Description = new LocalizedText("年份，默认今年。", "The year; this one by default.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("list", new LocalizedText("列出一年中的节假日与调休。", "Lists the holidays and make-up days of a year.").ToString()) { year, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(database), session => Task.FromResult(List(session, parsed.GetValue(year) ?? session.Today.Year)), cancellationToken));
        return command;
    }

    private static Command CreateSet()
    {
        var days = CreateDays();
        var type = new Argument<string>("type") { Description = new LocalizedText("working（上班）或 rest（休息）。", "working or rest.").ToString() };
        type.AcceptOnlyFromAmong(Working, Rest);
        var name = new Option<string?>("--name") { Description = new LocalizedText("名称，例如“国庆节”。", "What it is called, such as \"National Day\".").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("set", new LocalizedText("把一天或几天定为上班或休息。", "Makes a day, or several, working days or days of rest.").ToString()) { days, type, name, database };
        command.SetAction(async (parsed, cancellationToken) => DateArgument.ReadRange(parsed.GetRequiredValue(days)) is { } range
            ? await SetAsync(
                parsed.GetRequiredValue(database), Enumerate(range, parsed.GetRequiredValue(type) == Working, parsed.GetValue(name) ?? ""), cancellationToken)
            : ExitCode.Misused);
        return command;
    }

    private static Command CreateClear()
    {
        var days = CreateDays();
        var database = DatabaseOption.Create();
        var command = new Command("clear", new LocalizedText("让一天或几天恢复按星期计算。", "Leaves a day, or several, to the week again.").ToString()) { days, database };
        command.SetAction(async (parsed, cancellationToken) => DateArgument.ReadRange(parsed.GetRequiredValue(days)) is var (first, last)
            ? await RunAsync(
                parsed.GetRequiredValue(database),
                async session => Report(
                    await session.Get<IWorkingCalendars>().ClearAsync(first, last, Actor.System, cancellationToken),
                    new("已恢复按星期计算。", "Left to the week again.")),
                cancellationToken)
            : ExitCode.Misused);
        return command;
    }

    private static Command CreateImport()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("列为日期、类型、名称的 .csv 或 .xlsx，或 .json。", "A .csv or .xlsx with the columns date, type, name; or .json.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("import", new LocalizedText("从文件导入节假日与调休，有一处错误则全部不导入。", "Imports holidays and make-up days: all of them, or none if one is wrong.").ToString()) { file, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var diagnostics = new DiagnosticBag();
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                CommandSession.Error(new($"找不到文件“{path}”。", $"There is no file \"{path}\"."));
                return ExitCode.Misused;
            }

            await using var stream = File.OpenRead(path);
            if (CalendarFile.Read(stream, Path.GetFileName(path), diagnostics) is { } days)
            {
                return await SetAsync(parsed.GetRequiredValue(database), days, cancellationToken);
            }

            CommandSession.Report(diagnostics.Items);
            return ExitCode.Refused;
        });
        return command;
    }

    private static Argument<string> CreateDays() => new("days")
    {
        Description = new LocalizedText("日期，或“2026-10-01..2026-10-07”这样的一段。", "A date, or several: 2026-10-01..2026-10-07.").ToString(),
    };

    private static async Task<int> RunAsync(string database, Func<CommandSession, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        return session is null ? ExitCode.Refused : await run(session);
    }

    private static int List(CommandSession session, int year)
    {
        var days = session.Get<IWorkingCalendars>().Current.DaysOf(year).ToList();
        foreach (var day in days)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd}\t{(day.IsWorking ? Working : Rest)}\t{day.Name}"));
        }

        if (days.Count == 0)
        {
            CommandSession.Error(new(
                $"{year} 年还没有节假日与调休，按星期计算；公布后请用 calendar import 导入。",
                $"There are no holidays and make-up days for {year} yet, so the week alone counts; import them once they are published (calendar import)."));
        }

        return ExitCode.Done;
    }

    private static List<ExceptionalDay> Enumerate((DateOnly First, DateOnly Last) range, bool isWorking, string name)
        => [.. Enumerable.Range(range.First.DayNumber, range.Last.DayNumber - range.First.DayNumber + 1)
            .Select(number => new ExceptionalDay(DateOnly.FromDayNumber(number), isWorking, new(name)))];

    private static Task<int> SetAsync(string database, IReadOnlyList<ExceptionalDay> days, CancellationToken cancellationToken) => RunAsync(
        database,
        async session => Report(
            await session.Get<IWorkingCalendars>().SetAsync(days, Actor.System, cancellationToken),
            new($"已保存 {days.Count} 天。", $"{days.Count} days stored.")),
        cancellationToken);

    private static int Report(IReadOnlyList<Diagnostic> problems, LocalizedText done)
    {
        CommandSession.Report(problems);
        if (problems.Count > 0)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(done);
        return ExitCode.Done;
    }
}

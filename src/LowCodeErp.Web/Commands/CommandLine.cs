using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Web.Commands.Apps;
using LowCodeErp.Web.Commands.Flows;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Commands;

/// <summary>The commands of the program, for people and scripts. Without one it serves the web pages.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "LOWCODE_TRACE";

    private static IReadOnlyList<Command> Commands { get; } =
    [
        ServeCommand.Create(), TemplateCommand.Create(), AppCommand.Create(), IndexCommand.Create(), ImportCommand.Create(), ExportCommand.Create(),
        TierCommand.Create(), FormulaCommand.Create(), ScriptCommand.Create(), FlowCommand.Create(), CalendarCommand.Create(), DepartmentCommand.Create(), MemberCommand.Create(), RoleCommand.Create(),
        AuditCommand.Create(), KeyCommand.Create(), DoctorCommand.Create(),
        HealthCommand.Create(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageSetup.OfEnvironment();
        // Everything that starts with an option is meant for the server, whose settings are any number (--urls, --Logging:…).
        if (args is [] || (args[0].StartsWith('-') && !IsHelp(args[0])) || args[0] == ServeCommand.Name)
        {
            return IsHelp(args.LastOrDefault("")) ? await Parse(args).InvokeAsync() : await ServeCommand.RunAsync([.. args.SkipWhile(arg => arg == ServeCommand.Name)]);
        }

        var parsed = Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed);
        }

        // The library says the same of every missing argument, and ends its Chinese sentences in several ways.
        foreach (var message in parsed.Errors.Select(error => error.Message.TrimEnd('.', '。')).Distinct())
        {
            CommandSession.Error(new($"命令有误：{message}。用 --help 查看用法。", $"Wrong command: {message}. See --help."));
        }

        return ExitCode.Misused;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C: transactions are rolled back by then.
            CommandSession.Error(new("已中断，没有保存。", "Interrupted; nothing was stored."));
            return ExitCode.Refused;
        }
        catch (Exception exception) when (Environment.GetEnvironmentVariable(TraceVariable) != "1")
        {
            // A fault of ours, or of the machine. A trace helps nobody at a prompt; whoever reports it can ask for one.
            CommandSession.Error(new(
                $"程序出错：{Describe(exception)}（设置 {TraceVariable}=1 后重试可查看详情）",
                $"The program failed: {Describe(exception)} (set {TraceVariable}=1 and try again for details)"));
            return ExitCode.Refused;
        }
    }

    /// <summary>In one line, with the reason below: drivers wrap "timeout" and "disk full" into sentences that say neither.</summary>
    private static string Describe(Exception exception)
    {
        var reason = exception.GetBaseException();
        var message = reason == exception ? exception.Message : $"{exception.Message} ({reason.Message})";
        return message.ReplaceLineEndings(" ");
    }

    private static bool IsHelp(string arg) => arg is "--help" or "-h" or "-?" or "--version";

    private static ParseResult Parse(string[] args)
    {
        var root = new RootCommand(new LocalizedText(
            "LowCodeErp：不带命令时启动网页服务。数据库由 --database 或环境变量 LOWCODE_DATABASE 指定，默认 data/erp.db（SQLite）。",
            "LowCodeErp: without a command it serves the web pages. The database is named by --database or by LOWCODE_DATABASE; data/erp.db (SQLite) by default.").ToString());
        foreach (var command in Commands)
        {
            root.Subcommands.Add(command);
        }

        return root.Parse(args);
    }
}

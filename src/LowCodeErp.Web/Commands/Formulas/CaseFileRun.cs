using LowCodeErp.Data.Formulas.Cases;
using LowCodeErp.Data.Providers;
using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Cases;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>A file of cases: a line for each of them on standard output, its parts separated by tabs, then the totals.</summary>
internal static class CaseFileRun
{
    private static readonly LocalizedText _all = new("合计", "total");

    private static readonly LocalizedText _otherTier = new("未分类", "no tier");

    /// <param name="database">Null: in memory.</param>
    public static async Task<int> RunAsync(string file, string? database, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            CommandSession.Error(new($"找不到文件“{file}”。", $"There is no file \"{file}\"."));
            return ExitCode.Misused;
        }

        if (Read(file) is not { } cases)
        {
            return ExitCode.Refused;
        }

        if (await JudgeAsync(cases, database, cancellationToken) is not { } outcomes)
        {
            return ExitCode.Refused;
        }

        foreach (var outcome in outcomes)
        {
            Console.WriteLine(string.Join('\t', Describe(outcome)));
        }

        ReportTotals(outcomes);
        return outcomes.Any(outcome => outcome.Case.Must && outcome.Verdict == CaseVerdict.Failed) ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>Null, with the reason on the console, when the database cannot be used.</summary>
    private static async Task<CaseOutcome[]?> JudgeAsync(IReadOnlyList<FormulaCase> cases, string? database, CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return [.. cases.Select(CaseOutcome.Run)];
        }

        await using var session = await CommandSession.OpenOrCreateAsync(database, cancellationToken);
        return session is null ? null : [.. await new DatabaseCases(session.Get<WorkspaceConnections>()).RunAsync(cases, cancellationToken)];
    }

    private static IReadOnlyList<FormulaCase>? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return FormulaCase.Read(stream);
        }
        catch (JsonException exception)
        {
            // The author's file, not a fault of ours.
            var line = (exception.LineNumber ?? 0) + 1;
            CommandSession.Error(new(
                $"{file}: 第 {line} 行起不是公式案例。文件应是 JSON 数组，每项有 id、formula、expected。",
                $"{file}: from line {line} on this is no list of formula cases. The file should be a JSON array whose items have id, formula and expected."));
            return null;
        }
    }

    private static IEnumerable<string> Describe(CaseOutcome outcome)
    {
        string[] always = [outcome.Case.Id, NameOf(outcome.Verdict), Flatten(outcome.Case.Formula)];
        return outcome.Verdict == CaseVerdict.Failed ? [.. always, outcome.Case.Expected.GetRawText(), Flatten(outcome.Actual)] : always;
    }

    private static string NameOf(CaseVerdict verdict) => verdict switch
    {
        CaseVerdict.Passed => "pass",
        CaseVerdict.Failed => "fail",
        CaseVerdict.MemoryOnly => "memory-only",
        _ => "unknown",
    };

    /// <summary>One case, one line, whatever stands in it.</summary>
    private static string Flatten(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static void ReportTotals(CaseOutcome[] outcomes)
    {
        foreach (var tier in outcomes.GroupBy(outcome => outcome.Case.Tier).OrderBy(tier => tier.Key, StringComparer.Ordinal))
        {
            ReportTotal(tier.Key.Length > 0 ? tier.Key : _otherTier.ToString(), [.. tier]);
        }

        ReportTotal("must", [.. outcomes.Where(outcome => outcome.Case.Must)]);
        ReportTotal(_all.ToString(), outcomes);
    }

    private static void ReportTotal(string name, CaseOutcome[] outcomes)
    {
        var (passed, failed, unknown) = (Count(CaseVerdict.Passed), Count(CaseVerdict.Failed), Count(CaseVerdict.Unknown));
        var refused = Count(CaseVerdict.MemoryOnly);
        CommandSession.Say(new(
            $"{name}：通过 {passed}，失败 {failed}，函数未知 {unknown}{(refused > 0 ? $"，只能在内存计算 {refused}" : "")}",
            $"{name}: {passed} passed, {failed} failed, {unknown} unknown{(refused > 0 ? $", {refused} memory-only" : "")}"));

        int Count(CaseVerdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);
    }
}

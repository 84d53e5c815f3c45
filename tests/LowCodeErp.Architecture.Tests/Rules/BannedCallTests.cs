using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>Calls that work on the author's machine and fail elsewhere, or later.</summary>
public sealed partial class BannedCallTests
{
    /// <summary>Time comes from a TimeProvider, so that tests can set it.</summary>
    [Fact]
    public void Clock_IsATimeProvider() => AssertNowhere(Clock());

    /// <summary>Waiting for a task holds a thread, and under load all of them.</summary>
    [Fact]
    public void Tasks_AreAwaited() => AssertNowhere(BlockingWait());

    /// <summary>An exception of such a method ends the process.</summary>
    [Fact]
    public void Methods_AreNotAsyncVoid() => AssertNowhere(AsyncVoid());

    [Fact]
    public void Threads_DoNotSleep() => AssertNowhere(Sleep());

    /// <summary>Statements are made in Data, where each is tried on every database.</summary>
    [Fact]
    public void Sql_IsWrittenInDataOnly()
        => Findings.AssertNone(Repository.ProductCode.Where(file => !file.IsIn("src/LowCodeErp.Data")).SelectMany(file => Find(file, Sql())));

    private static void AssertNowhere(Regex pattern)
        => Findings.AssertNone(Repository.Code
            .Where(file => !file.IsIn("tests/LowCodeErp.Architecture.Tests"))
            .SelectMany(file => Find(file, pattern)));

    private static IEnumerable<string> Find(SourceFile file, Regex pattern)
        => file.CodeLines.Where(line => pattern.IsMatch(line.Text)).Select(line => $"{file.Path}:{line.Number} {line.Text.Trim()}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bDateOnly\.Today\b|\bEnvironment\.TickCount")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\)\.Result\b|[tT]ask\w*\.Result\b|\.Wait\(|\.GetAwaiter\(\)\.GetResult\(\)")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\basync void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"""\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|DROP TABLE|WITH|PRAGMA) \S|\bCommandText\b|\b(From|Execute)Sql(Raw|Interpolated)?(Async)?\(")]
    private static partial Regex Sql();
}

namespace LowCodeErp.Commands.Tests.Running;

/// <summary>What a script sees of a command that has ended.</summary>
/// <param name="PeakMemory">The most memory that the process held at one time, in bytes.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Error, long PeakMemory)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public CommandResult MustSucceed()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return this;
    }

    /// <summary>Refused in words: no trace of the code, whatever went wrong.</summary>
    public CommandResult MustRefuse(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}: {Output}{Error}");
        Assert.NotEmpty(ErrorLines);
        MustNotTrace();
        return this;
    }

    public void MustNotTrace()
    {
        Assert.DoesNotContain("   at ", Output + Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Output + Error, StringComparison.Ordinal);
        Assert.DoesNotContain("LOWCODE_TRACE", Error, StringComparison.Ordinal);
    }
}

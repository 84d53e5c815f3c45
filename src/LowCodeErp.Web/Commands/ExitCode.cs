namespace LowCodeErp.Web.Commands;

/// <summary>What a script sees of a command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command was understood, and what it was given is wrong: the data, a definition, the database.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong: an unknown command or option, a file that is not there.</summary>
    public const int Misused = 2;
}

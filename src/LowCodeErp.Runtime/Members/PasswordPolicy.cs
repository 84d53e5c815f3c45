using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Members;

/// <summary>
/// Length protects; rules about kinds of characters only make people write passwords down. Besides, no password may be one that is tried
/// first: that of the commonest, or the user name with something added.
/// </summary>
public sealed class PasswordPolicy(PasswordSettings settings)
{
    /// <summary>Whatever the operator set up.</summary>
    public const int LeastMinimumLength = 8;

    /// <summary>Longer ones make nothing safer, but hashing them could keep the server busy.</summary>
    public const int MaximumLength = 200;

    private const string CommonPasswords = "LowCodeErp.Runtime.Members.common-passwords.txt";

    /// <summary>Shorter user names, such as "li", stand in many words.</summary>
    private const int ShortestSearchedName = 3;

    private static readonly Lazy<HashSet<string>> _common = new(ReadCommon);

    public int MinimumLength { get; } = Math.Max(settings.MinimumLength, LeastMinimumLength);

    public IReadOnlyList<Diagnostic> Check(string? userName, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < MinimumLength)
        {
            return [MemberDiagnostics.PasswordTooShort(MinimumLength)];
        }

        if (password.Length > MaximumLength)
        {
            return [MemberDiagnostics.PasswordTooLong(MaximumLength)];
        }

        if (userName is { Length: >= ShortestSearchedName } && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            return [MemberDiagnostics.PasswordHoldsUserName()];
        }

        return _common.Value.Contains(password) ? [MemberDiagnostics.PasswordCommon()] : [];
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordPolicy).Assembly.GetManifestResourceStream(CommonPasswords)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}

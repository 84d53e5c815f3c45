using System.Net.Mail;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Members;

/// <summary>A member as an administrator enters him, on the page or in a file.</summary>
public sealed record MemberEntry(string UserName, string DisplayName, string Email, bool IsAdministrator)
{
    public const int LongestUserName = 100;
    public const int LongestDisplayName = 100;
    public const int LongestEmail = 254;

    /// <summary>Where it stands in a file, <c>members.xlsx:5</c>; blank for one that was entered on the page.</summary>
    public string Place { get; init; } = "";

    /// <summary>Without blanks around anything; who has no other name is called as he signs in.</summary>
    public MemberEntry Tidy() => this with
    {
        UserName = UserName.Trim(),
        DisplayName = DisplayName.Trim() is { Length: > 0 } name ? name : UserName.Trim(),
        Email = Email.Trim(),
    };

    /// <summary>What is wrong with it by itself; whether the user name is free only the store knows.</summary>
    public IEnumerable<Diagnostic> Check()
    {
        if (UserName.Length is 0 or > LongestUserName || UserName.Any(char.IsControl))
        {
            yield return MemberDiagnostics.UserNameInvalid(UserName);
        }

        if (DisplayName.Length > LongestDisplayName || DisplayName.Any(char.IsControl))
        {
            yield return MemberDiagnostics.DisplayNameInvalid(DisplayName);
        }

        if (Email.Length > LongestEmail || (Email.Length > 0 && !(MailAddress.TryCreate(Email, out var address) && address.Address == Email)))
        {
            yield return MemberDiagnostics.EmailInvalid(Email);
        }
    }

    /// <summary>The same, told of the place in the file.</summary>
    public Diagnostic At(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return Place.Length == 0 ? diagnostic : diagnostic with { Path = Place };
    }
}

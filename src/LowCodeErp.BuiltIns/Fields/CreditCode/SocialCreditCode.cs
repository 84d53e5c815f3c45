namespace LowCodeErp.BuiltIns.Fields.CreditCode;

/// <summary>
/// The notation of GB 32100-2015 «法人和其他组织统一社会信用代码编码规则»: 18 characters, of which the first names the registering department,
/// the second the kind of organisation, 3 to 8 the region in digits, 9 to 17 the organisation, and the last is a check digit:
/// 31 less the sum, modulo 31, of each character's value times 3 to the power of its place. The organisation has a check digit
/// of its own in 17 (GB 11714-1997: 11 less the sum modulo 11). A code is judged by the last one; that in 17 only tells where to look.
/// </summary>
internal static class SocialCreditCode
{
    public const int Length = 18;

    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Modulus = 31;
    private const int FirstOfRegion = 2;
    private const int FirstOfOrganisation = 8;

    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>In capitals, without the blanks and dashes that people put in to read it.</summary>
    public static string Normalize(string text)
        => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The index of the first character that cannot stand where it does.</summary>
    public static int? FindForeignCharacter(string code)
    {
        for (var index = 0; index < code.Length; index++)
        {
            if (IsOfRegion(index) ? !char.IsAsciiDigit(code[index]) : !Characters.Contains(code[index], StringComparison.Ordinal))
            {
                return index;
            }
        }

        return null;
    }

    public static bool IsOfRegion(int index) => index is >= FirstOfRegion and < FirstOfOrganisation;

    /// <summary>What the last character has to be after the others.</summary>
    public static char ExpectedCheck(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code.AsSpan(0, Length - 1))
        {
            sum += Characters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Modulus;
        }

        return Characters[(Modulus - (sum % Modulus)) % Modulus];
    }

    public static bool IsOrganisationRight(string code)
    {
        var sum = OrganisationWeights.Select((weight, index) => weight * ValueOf(code[FirstOfOrganisation + index])).Sum();
        return code[FirstOfOrganisation + OrganisationWeights.Length] == "0123456789X0"[11 - (sum % 11)];
    }

    private static int ValueOf(char character) => char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
}

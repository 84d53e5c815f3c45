using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// The first letters of the pinyin of a text. The 3,755 common characters of GB2312 stand there in the order of their pinyin,
/// so that 23 boundaries are all it takes; other characters stay as they are.
/// </summary>
internal static class PinyinInitials
{
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";
    private const int End = 55290;

    private static readonly int[] Starts =
    [
        45217, 45253, 45761, 46318, 46826, 47010, 47297, 47614, 48119, 49062, 49324, 49896,
        50371, 50614, 50622, 50906, 51387, 51446, 52218, 52698, 52980, 53689, 54481,
    ];

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static string Of(string text) => string.Concat(text.Select(InitialOf));

    private static char InitialOf(char character)
    {
        if (character < '\u4E00' || char.IsSurrogate(character))
        {
            return char.ToUpperInvariant(character);
        }

        var bytes = Gb2312.GetBytes([character]);
        var code = bytes.Length == 2 ? bytes[0] * 256 + bytes[1] : 0;
        var index = Array.FindLastIndex(Starts, start => code >= start);
        return index < 0 || code >= End ? character : Letters[index];
    }
}

namespace LowCodeErp.Formula.Text;

/// <summary>
/// Chinese input methods write full-width punctuation, digits and letters. Outside of texts and field names they mean
/// the same as their half-width twins.
/// </summary>
public static class CharacterFolding
{
    public static char Fold(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        '×' => '*',
        '÷' => '/',
        '−' or '–' => '-',
        '≤' or '≥' or '≠' => character,
        '【' => '[',
        '】' => ']',
        '、' => ',',
        _ => character,
    };

    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var index = 0; index < span.Length; index++)
        {
            span[index] = Fold(source[index]);
        }
    });
}

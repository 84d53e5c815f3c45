namespace LowCodeErp.Formula.Compilation;

/// <summary>A piece of an Excel format text.</summary>
internal readonly record struct FormatItem(FormatItemKind Kind, string Text)
{
    public bool Is(char letter) => Kind == FormatItemKind.DatePart && char.ToLowerInvariant(Text[0]) == letter;
}

internal enum FormatItemKind
{
    Literal,

    /// <summary>0, # or ?: a place for a digit.</summary>
    Digit,
    Point,
    Comma,
    Percent,

    /// <summary>E+ or E-.</summary>
    Exponent,

    /// <summary>A run of y, m, d, h or s.</summary>
    DatePart,

    /// <summary>AM/PM or A/P.</summary>
    Noon,
}

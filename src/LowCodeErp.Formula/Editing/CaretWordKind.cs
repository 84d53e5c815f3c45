namespace LowCodeErp.Formula.Editing;

internal enum CaretWordKind
{
    /// <summary>Between words.</summary>
    Gap,
    Name,

    /// <summary>Within the brackets of a field.</summary>
    Field,

    /// <summary>A text, number or date, of which nothing is suggested.</summary>
    Value,
}

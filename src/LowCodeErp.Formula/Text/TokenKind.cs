namespace LowCodeErp.Formula.Text;

public enum TokenKind
{
    End,
    Number,
    Text,
    Date,
    Field,
    Name,
    Operator,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
    Comma,

    /// <summary>A character that means nothing here; already reported.</summary>
    Unknown,
}

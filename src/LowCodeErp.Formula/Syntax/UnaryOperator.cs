namespace LowCodeErp.Formula.Syntax;

public enum UnaryOperator
{
    Negate,
    Plus,
    Not,
    Percent,
}

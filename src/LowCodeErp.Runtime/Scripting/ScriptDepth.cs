namespace LowCodeErp.Runtime.Scripting;

/// <summary>
/// Counts open brackets, and operators within one expression, over the tokens of a script. It need not be exact where the text is no
/// program anyway: it only has to stop what would otherwise nest without bound.
/// </summary>
internal sealed class ScriptDepth
{
    /// <summary>After these a slash begins a regular expression, as after an operator.</summary>
    private static readonly HashSet<string> _words = ["return", "case", "do", "else", "throw", "typeof", "void", "delete", "new", "in", "instanceof"];

    private static readonly HashSet<string> _wordOperators = ["typeof", "void", "delete", "new", "in", "instanceof"];

    /// <summary>The parenthesis after these belongs to a statement, so that what follows it begins an expression.</summary>
    private static readonly HashSet<string> _conditions = ["if", "while", "for", "with"];

    private readonly string _source;
    private readonly int _maximum;
    private readonly Stack<(bool IsCondition, int Operators)> _open = new();
    private int _operators;
    private bool _afterOperand;
    private bool _afterCondition;
    private int _position;

    private ScriptDepth(string source, int maximum)
    {
        _source = source;
        _maximum = maximum;
    }

    /// <summary>The place of the first bracket or operator that is one too many.</summary>
    public static int? FindTooDeep(string source, int maximum) => new ScriptDepth(source, maximum).Find();

    private int? Find()
    {
        while (_position < _source.Length)
        {
            var start = _position;
            Read();
            if (_open.Count > _maximum || _operators > _maximum)
            {
                return start;
            }
        }

        return null;
    }

    private void Read()
    {
        var character = _source[_position];
        if (char.IsWhiteSpace(character))
        {
            _position++;
        }
        else if (character == '/')
        {
            ReadSlash();
        }
        else if (character is '"' or '\'')
        {
            SkipQuoted(character);
            Operand();
        }
        else if (IsWordPart(character))
        {
            ReadWord();
        }
        else
        {
            ReadSign(character);
        }
    }

    private void ReadSlash()
    {
        if (StartsHere("//"))
        {
            SkipTo("\n");
        }
        else if (StartsHere("/*"))
        {
            _position += 2;
            SkipTo("*/");
        }
        else if (_afterOperand)
        {
            ReadSign('/');
        }
        else
        {
            SkipPattern();
            Operand();
        }
    }

    private bool StartsHere(string text) => string.CompareOrdinal(_source, _position, text, 0, text.Length) == 0;

    private void ReadWord()
    {
        var start = _position;
        while (_position < _source.Length && IsWordPart(_source[_position]))
        {
            _position++;
        }

        var word = _source[start.._position];
        if (_words.Contains(word))
        {
            _operators = _wordOperators.Contains(word) ? _operators + 1 : 0;
            _afterOperand = false;
            return;
        }

        Operand();
        _afterCondition = _conditions.Contains(word);
    }

    /// <summary>Two in a row stand in two statements: a line break ended the first.</summary>
    private void Operand()
    {
        _operators = _afterOperand ? 0 : _operators;
        _afterOperand = true;
        _afterCondition = false;
    }

    private void ReadSign(char sign)
    {
        _position++;
        switch (sign)
        {
            case '(' or '[' or '{':
                _open.Push((_afterCondition, _operators));
                Begin();
                break;
            case ')' or ']':
                _ = _open.TryPop(out var opened);
                _operators = opened.Operators;
                _afterOperand = !opened.IsCondition;
                break;
            case '}':
                _ = _open.TryPop(out _);
                Begin();
                break;
            case ';' or ',':
                Begin();
                break;
            case '.' or ':':
                // Of numbers, members, labels, cases: chains of them stay flat enough.
                _afterOperand = false;
                break;
            case '+' or '-' when _afterOperand && _position < _source.Length && _source[_position] == sign:
                // A postfix ++ or --; what follows it begins a statement.
                _position++;
                break;
            default:
                CountOperator(sign);
                break;
        }
    }

    private void Begin()
    {
        _operators = 0;
        _afterOperand = false;
        _afterCondition = false;
    }

    /// <summary>Of several signs, <c>===</c> or <c>+=</c>, the repeated ones are one operator; <c>!</c>, <c>-</c> and <c>+</c> may stand in a row.</summary>
    private void CountOperator(char sign)
    {
        var isLonger = _position >= 2 && sign is '=' or '&' or '|' or '<' or '>' && !char.IsWhiteSpace(_source[_position - 2]) && !IsOperandEnd(_source[_position - 2]);
        _operators += isLonger ? 0 : 1;
        _afterOperand = false;
    }

    private static bool IsOperandEnd(char character) => IsWordPart(character) || character is ')' or ']' or '}' or '"' or '\'' or '/';

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '\\';

    /// <summary>To its end, or to that of the line, where an unfinished text ends as well.</summary>
    private void SkipQuoted(char quote)
    {
        for (_position++; _position < _source.Length && _source[_position] is not ('\n' or '\r'); _position++)
        {
            if (_source[_position] == '\\')
            {
                _position++;
            }
            else if (_source[_position] == quote)
            {
                break;
            }
        }

        _position++;
    }

    private void SkipPattern()
    {
        var isInClass = false;
        for (_position++; _position < _source.Length && _source[_position] != '\n' && (isInClass || _source[_position] != '/'); _position++)
        {
            isInClass = _source[_position] switch { '[' => true, ']' => false, _ => isInClass };
            _position += _source[_position] == '\\' ? 1 : 0;
        }

        _position++;
    }

    private void SkipTo(string end)
    {
        var found = _source.IndexOf(end, _position, StringComparison.Ordinal);
        _position = found < 0 ? _source.Length : found + end.Length;
    }
}

using System.Globalization;
using System.Text;

namespace LowCodeErp.Formula.Text;

/// <summary>Cuts a formula into words. It never fails: what it cannot read is reported and passed over.</summary>
public sealed class Lexer
{
    private static readonly string[] Operators =
        ["<=", ">=", "<>", "!=", "==", "&&", "||", "≤", "≥", "≠", "+", "-", "*", "/", "%", "^", "&", "=", "<", ">", "!"];

    private static readonly Dictionary<string, string> CanonicalOperators = new(StringComparer.Ordinal)
    {
        ["=="] = "=", ["!="] = "<>", ["≠"] = "<>", ["≤"] = "<=", ["≥"] = ">=",
    };

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] DateTimeFormats =
        ["yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy/M/d H:m", "yyyy/M/d H:m:s", "yyyy-M-dTH:m", "yyyy-M-dTH:m:s"];

    private readonly string _text;
    private readonly string _folded;
    private readonly List<FormulaDiagnostic> _diagnostics;
    private readonly List<Token> _tokens = [];
    private int _position;

    private Lexer(string text, List<FormulaDiagnostic> diagnostics)
    {
        _text = text;
        _folded = CharacterFolding.Fold(text);
        _diagnostics = diagnostics;
    }

    public static IReadOnlyList<Token> Read(string text, List<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var lexer = new Lexer(text, diagnostics);
        while (lexer.ReadOne())
        {
        }

        return lexer._tokens;
    }

    private char Current => _position < _folded.Length ? _folded[_position] : '\0';

    private char Next => _position + 1 < _folded.Length ? _folded[_position + 1] : '\0';

    private bool ReadOne()
    {
        while (_position < _folded.Length && char.IsWhiteSpace(Current))
        {
            _position++;
        }

        if (_position >= _folded.Length)
        {
            Add(TokenKind.End, _folded.Length, "");
            return false;
        }

        var start = _position;
        switch (Current)
        {
            case '"' or '\'':
                ReadText(start);
                break;
            case '[':
                ReadField(start);
                break;
            case '#':
                ReadDate(start);
                break;
            case var digit when char.IsAsciiDigit(digit) || (digit == '.' && char.IsAsciiDigit(Next)):
                ReadNumber(start);
                break;
            case var letter when char.IsLetter(letter) || letter == '_':
                ReadName(start);
                break;
            default:
                ReadSymbol(start);
                break;
        }

        return true;
    }

    private void Add(TokenKind kind, int start, string content, object? value = null)
        => _tokens.Add(new(kind, TextSpan.Between(start, _position), content, value));

    /// <summary>A quote inside a text is written twice. A typographic “ is closed by ”, so that it may hold straight quotes.</summary>
    private void ReadText(int start)
    {
        var opening = _text[start];
        var isClosing = opening switch
        {
            '“' or '”' => (Func<char, bool>)(character => character is '“' or '”'),
            '‘' or '’' => character => character is '‘' or '’',
            _ => character => character == opening,
        };
        var content = new StringBuilder();
        _position++;
        while (_position < _text.Length)
        {
            if (!isClosing(_text[_position]))
            {
                content.Append(_text[_position++]);
                continue;
            }

            _position++;
            if (_position >= _text.Length || opening is not ('"' or '\'') || _text[_position] != opening)
            {
                Add(TokenKind.Text, start, content.ToString());
                return;
            }

            content.Append(_text[_position++]);
        }

        _diagnostics.Add(FormulaDiagnostics.TextNotClosed(TextSpan.Between(start, _position), _folded[start]));
        Add(TokenKind.Text, start, content.ToString());
    }

    /// <summary>A closing bracket inside a name is written twice.</summary>
    private void ReadField(int start)
    {
        var content = new StringBuilder();
        _position++;
        while (_position < _text.Length)
        {
            if (_folded[_position] != ']')
            {
                content.Append(_text[_position++]);
                continue;
            }

            _position++;
            if (Current != ']')
            {
                AddField(start, content.ToString());
                return;
            }

            content.Append(_text[_position++]);
        }

        _diagnostics.Add(FormulaDiagnostics.FieldNotClosed(TextSpan.Between(start, _position)));
        AddField(start, content.ToString());
    }

    private void AddField(int start, string content)
    {
        var path = content.Trim();
        if (path.Length == 0)
        {
            _diagnostics.Add(FormulaDiagnostics.FieldNameMissing(TextSpan.Between(start, _position)));
        }

        Add(TokenKind.Field, start, path);
    }

    private void ReadDate(int start)
    {
        var close = _folded.IndexOf('#', start + 1);
        var content = close < 0 ? "" : _folded[(start + 1)..close].Trim();
        if (DateOnly.TryParseExact(content, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            _position = close + 1;
            Add(TokenKind.Date, start, content, date);
        }
        else if (DateTime.TryParseExact(content, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            _position = close + 1;
            Add(TokenKind.Date, start, content, moment);
        }
        else
        {
            SkipBadDate();
            _diagnostics.Add(FormulaDiagnostics.BadDate(TextSpan.Between(start, _position), _text[start.._position]));
            Add(TokenKind.Unknown, start, _text[start.._position]);
        }
    }

    private void SkipBadDate()
    {
        _position++;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '-' or '/' or ':' or '!' or '?')
        {
            _position++;
        }

        if (Current == '#')
        {
            _position++;
        }
    }

    private void ReadNumber(int start)
    {
        SkipDigits();
        if (Current == '.')
        {
            _position++;
            SkipDigits();
        }

        ReadExponent();
        var content = _folded[start.._position];
        if (!decimal.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            _diagnostics.Add(FormulaDiagnostics.NumberTooLarge(TextSpan.Between(start, _position), content));
        }

        Add(TokenKind.Number, start, content, value);
    }

    private void ReadExponent()
    {
        var digits = Next is '+' or '-' ? _position + 2 : _position + 1;
        if (Current is 'e' or 'E' && digits < _folded.Length && char.IsAsciiDigit(_folded[digits]))
        {
            _position = digits;
            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current))
        {
            _position++;
        }
    }

    private void ReadName(int start)
    {
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            _position++;
        }

        Add(TokenKind.Name, start, _folded[start.._position]);
    }

    private void ReadSymbol(int start)
    {
        var kind = Current switch
        {
            '(' => TokenKind.OpenParenthesis,
            ')' => TokenKind.CloseParenthesis,
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            ',' or ';' => TokenKind.Comma,
            _ => TokenKind.Operator,
        };
        if (kind != TokenKind.Operator)
        {
            _position++;
            Add(kind, start, _folded[start.._position]);
            return;
        }

        var symbol = Array.Find(Operators, candidate => string.CompareOrdinal(_folded, start, candidate, 0, candidate.Length) == 0);
        _position += symbol?.Length ?? (char.IsSurrogatePair(_text, start) ? 2 : 1);
        if (symbol is null)
        {
            _diagnostics.Add(FormulaDiagnostics.UnknownCharacter(TextSpan.Between(start, _position), _text[start.._position]));
            Add(TokenKind.Unknown, start, _text[start.._position]);
            return;
        }

        Add(TokenKind.Operator, start, CanonicalOperators.GetValueOrDefault(symbol, symbol));
    }
}

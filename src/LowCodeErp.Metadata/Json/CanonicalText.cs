using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LowCodeErp.Metadata.Json;

/// <summary>
/// Writes JSON in the one form that metadata files have: two spaces, LF, and every letter as itself. Utf8JsonWriter cannot:
/// it escapes rare Chinese characters and the full-width space whatever its encoder allows.
/// </summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<char> _open = [];
    private bool _isFirst = true;

    public void OpenObject() => Open('{', '}');

    public void OpenList() => Open('[', ']');

    public void Close()
    {
        var bracket = _open.Pop();
        if (!_isFirst)
        {
            BreakLine();
        }

        _text.Append(bracket);
        _isFirst = false;
    }

    /// <summary>Begins a member; its value follows.</summary>
    public void Member(string name)
    {
        Item();
        Text(name);
        _text.Append(": ");
    }

    /// <summary>Begins an item of a list; its value follows.</summary>
    public void Item()
    {
        _text.Append(_isFirst ? "" : ",");
        BreakLine();
        _isFirst = false;
    }

    /// <summary>A number, true, false or null.</summary>
    public void Word(string word) => _text.Append(word);

    public void Text(string value)
    {
        _text.Append('"');
        foreach (var character in value)
        {
            _text.Append(Escape(character));
        }

        _text.Append('"');
    }

    public void Element(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                OpenObject();
                foreach (var member in element.EnumerateObject())
                {
                    Member(member.Name);
                    Element(member.Value);
                }

                Close();
                break;
            case JsonValueKind.Array:
                OpenList();
                foreach (var item in element.EnumerateArray())
                {
                    Item();
                    Element(item);
                }

                Close();
                break;
            case JsonValueKind.String:
                Text(element.GetString()!);
                break;
            default:
                Word(element.GetRawText());
                break;
        }
    }

    public override string ToString() => _text + "\n";

    private void Open(char opening, char closing)
    {
        _text.Append(opening);
        _open.Push(closing);
        _isFirst = true;
    }

    private void BreakLine() => _text.Append('\n').Append(' ', _open.Count * 2);

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => character.ToString(),
    };
}

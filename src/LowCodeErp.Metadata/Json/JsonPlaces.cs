using System.Text;
using System.Text.Json;

namespace LowCodeErp.Metadata.Json;

/// <summary>The line and column of every path in a text, for mistakes that show only after the text was read.</summary>
public sealed class JsonPlaces
{
    private readonly string _file;
    private readonly LinePositions _lines;
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);

    /// <param name="json">Valid JSON.</param>
    public JsonPlaces(string file, string json)
    {
        _file = file;
        var text = Encoding.UTF8.GetBytes(json);
        _lines = new(text);
        var reader = new Utf8JsonReader(text);
        reader.Read();
        Collect(ref reader, "", reader.TokenStartIndex);
    }

    /// <summary>
    /// <c>forms/order.json:12:5 fields[2].type</c>. A path that is not in the text (a member left out) gets the place of the
    /// nearest thing around it.
    /// </summary>
    public string At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var known = path;
        while (!_offsets.ContainsKey(known))
        {
            known = known[..Math.Max(0, known.LastIndexOfAny(['.', '[']))];
        }

        var (line, column) = _lines.At(_offsets[known]);
        return path.Length == 0 ? $"{_file}:{line}:{column}" : $"{_file}:{line}:{column} {path}";
    }

    /// <summary>The reader stands on the value of the path; afterwards on its end.</summary>
    private void Collect(ref Utf8JsonReader reader, string path, long offset)
    {
        _offsets.TryAdd(path, offset);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                Collect(ref reader, JsonPath.Item(path, index), reader.TokenStartIndex);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (member, start) = (JsonPath.Member(path, reader.GetString()!), reader.TokenStartIndex);
                reader.Read();
                Collect(ref reader, member, start);
            }
        }
    }
}

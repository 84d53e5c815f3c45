using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>What stands between braces: walks the members and refuses the second of a name.</summary>
internal abstract class ObjectShape : JsonShape
{
    /// <summary>The reader stands on the value of the member; it must be left on the value's last token.</summary>
    /// <param name="at">The offset of the name, for complaints about the name itself.</param>
    protected delegate void MemberReader(ref Utf8JsonReader reader, string name, long at);

    protected static LocalizedText Name { get; } = new("对象 { }", "an object { }");

    protected static void ReadMembers(ref Utf8JsonReader reader, JsonReading reading, MemberReader readMember)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = reader.TokenStartIndex;
            var name = reading.ReadText(ref reader);
            reader.Read();
            reading.Enter(name);
            if (seen.Add(name))
            {
                readMember(ref reader, name, at);
            }
            else
            {
                reading.Report(at, place => MetadataDiagnostics.DuplicateMember(place, JsonPath.Shorten(name)));
                reader.Skip();
            }

            reading.Leave();
        }
    }

    /// <param name="at">Where the object begins, since the member has no place of its own.</param>
    protected static void ReportMissing(string name, long at, JsonReading reading)
    {
        reading.Enter(name);
        reading.Report(at, place => MetadataDiagnostics.MissingMember(place, name));
        reading.Leave();
    }
}

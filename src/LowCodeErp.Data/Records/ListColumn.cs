using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Data.Records;

/// <summary>Lists on their way into a column and out of it: arrays on PostgreSQL, JSON elsewhere. A list that is empty is blank.</summary>
internal static class ListColumn
{
    /// <summary>People read the tables with other tools, so Chinese is stored as it is.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object ToProvider(ValueList list, bool isJson) => list switch
    {
        ValueList<string> texts => isJson ? JsonSerializer.Serialize<IEnumerable<string>>(texts, Json) : texts.ToArray(),
        _ => ToProvider([.. list.Items.Cast<long>()], isJson),
    };

    public static ValueList? ReadTexts(DbDataReader reader, int ordinal, bool isJson)
        => Of(isJson ? JsonSerializer.Deserialize<string[]>(reader.GetString(ordinal))! : reader.GetFieldValue<string[]>(ordinal));

    public static ValueList? ReadIds(DbDataReader reader, int ordinal, bool isJson)
        => Of(isJson ? JsonSerializer.Deserialize<long[]>(reader.GetString(ordinal))! : reader.GetFieldValue<long[]>(ordinal));

    public static ValueList? Of(string[] texts) => (ValueList?)Value.OfTexts(texts).Content;

    public static ValueList? Of(long[] ids) => (ValueList?)Value.OfIds(ids).Content;

    private static object ToProvider(long[] ids, bool isJson) => isJson ? JsonSerializer.Serialize(ids) : ids;
}

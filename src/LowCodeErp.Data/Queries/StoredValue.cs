using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>Turns what a database hands out into the type and precision that the value had when it was stored.</summary>
internal static class StoredValue
{
    private const decimal WithoutTrailingZeros = 1.0000000000000000000000000000m;

    public static object? Read(object? stored, FieldModel field) => stored switch
    {
        // A decimal comes out of SQLite's REAL with the digits of a double, and out of a server's numeric with zeros up to its
        // scale; files and pages must not tell which database they were read from.
        decimal number => Math.Round(number, field.Storage.Scale ?? 0, MidpointRounding.AwayFromZero) / WithoutTrailingZeros,
        DateTime time => ReadTime(time),
        string[] texts => ListColumn.Of(texts),
        long[] ids => ListColumn.Of(ids),
        _ => stored,
    };

    /// <summary>SQLite does not say that its times are UTC.</summary>
    public static DateTime ReadTime(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}

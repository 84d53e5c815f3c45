using System.Globalization;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Records;

/// <summary>What a record is called on screen.</summary>
public static class RecordTitle
{
    /// <summary>The title; the id when it is blank.</summary>
    public static string Of(RecordRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var title = row.Form.Title is { } field ? TextOf(row, field) : "";
        return title.Length > 0 ? title : string.Create(CultureInfo.InvariantCulture, $"#{row.Id}");
    }

    /// <summary>Null when the form has no code, it is the title, or it is blank.</summary>
    public static string? CodeOf(RecordRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Form.Code is { } code && code != row.Form.Title && TextOf(row, code) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A value as people read it; blank is "".</summary>
    public static string TextOf(RecordRow row, FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(field);
        return row.TextOf(field, CultureInfo.CurrentUICulture);
    }
}

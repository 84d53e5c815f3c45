using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Forms;

/// <summary>The id of the input that a diagnostic of a record speaks of: <c>line[2].product</c> → <c>field-line-2-product</c>.</summary>
public static partial class FieldTarget
{
    private const string PageFields = "field";

    /// <summary>Null when it speaks of no field of the page.</summary>
    /// <param name="prefix">See <see cref="LayoutScope.IdPrefix"/>.</param>
    public static string? Of(RecordDraft draft, string path, string prefix = PageFields) => PlaceOf(draft, path) switch
    {
        null => null,
        { Line: { } line, Column: { } column } place => $"{prefix}-{place.Field.Key}-{line}-{column.Key}",
        { Field: var field } => $"{prefix}-{field.Key}",
    };

    /// <summary>The field of the page, and of a sub-table the line as the page counts them and the column; null when it speaks of no field of the page.</summary>
    public static (FieldModel Field, int? Line, FieldModel? Column)? PlaceOf(RecordDraft draft, string path)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (LinePath().Match(path) is not { Success: true } match)
        {
            return draft.Form.Find(path) is { } field ? (field, null, null) : null;
        }

        return draft.Form.Find(match.Groups["field"].Value) is { Lines: { } lines } subTable
            ? (subTable, IndexOf(draft.LinesOf(subTable), int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)), lines.Find(match.Groups["rest"].Value))
            : null;
    }

    /// <summary>The field of the page in which it stands, whatever line of it is meant; null when it speaks of no field.</summary>
    public static FieldModel? FieldOf(RecordDraft draft, string path)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Form.Find(LinePath().Match(path) is { Success: true } match ? match.Groups["field"].Value : path);
    }

    /// <summary>The field, of the record or of one of its lines, whose input has the id; null when it is none of the page.</summary>
    public static (RecordDraft Record, FieldModel Field)? Find(RecordDraft draft, string id)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(id);
        if (!id.StartsWith(PageFields + "-", StringComparison.Ordinal))
        {
            return null;
        }

        var path = id[(PageFields.Length + 1)..];
        return draft.Form.Find(path) is { IsStored: true, IsComputed: false } field
            ? (draft, field)
            : draft.Form.SubTables.Select(subTable => FindInLine(draft, subTable, path)).FirstOrDefault(found => found is not null);
    }

    private static (RecordDraft Record, FieldModel Field)? FindInLine(RecordDraft draft, FieldModel subTable, string path)
    {
        var match = LineId().Match(path.StartsWith(subTable.Key + "-", StringComparison.Ordinal) ? path[(subTable.Key.Length + 1)..] : "");
        return match.Success
            && draft.LinesOf(subTable).ElementAtOrDefault(int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)) is { } line
            && subTable.Lines!.Find(match.Groups["column"].Value) is { IsStored: true, IsComputed: false } column
                ? (line, column)
                : null;
    }

    /// <summary>Paths count the lines that were sent; the page also shows new lines that are still empty.</summary>
    private static int IndexOf(IReadOnlyList<RecordDraft> lines, int sent)
        => lines.Index().Where(line => !line.Item.IsNew || line.Item.IsDirty).Select(line => line.Index).ElementAtOrDefault(sent);

    [GeneratedRegex(@"^(?<line>[0-9]{1,9})-(?<column>.+)$")]
    private static partial Regex LineId();

    [GeneratedRegex(@"^(?<field>[^\[\]]+)\[(?<line>[0-9]{1,9})\](\.(?<rest>.+))?$")]
    private static partial Regex LinePath();
}

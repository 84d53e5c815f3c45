using System.Globalization;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Tiering;

/// <summary>How people call a record that gets a tier: by its code and its title, each standing in for the other, else by its id.</summary>
internal sealed class SubjectName
{
    private const string NoColumn = "";

    public required long Id { get; init; }

    public required string? Code { get; init; }

    public required string? Title { get; init; }

    public string CodeOrId => Code ?? Title ?? Id.ToString(CultureInfo.InvariantCulture);

    public string TitleOrId => Title ?? Code ?? Id.ToString(CultureInfo.InvariantCulture);

    public static IQueryable<SubjectName> Of(FormModel form, IQueryable<Row> rows)
    {
        var (code, title) = (TextColumn(form.Code), TextColumn(form.Title));
        return rows.Select(row => new SubjectName
        {
            Id = EF.Property<long>(row, SystemColumns.Id),
            Code = code == NoColumn ? null : EF.Property<string?>(row, code),
            Title = title == NoColumn ? null : EF.Property<string?>(row, title),
        });
    }

    /// <summary>The record was in the run and is gone since.</summary>
    public static SubjectName OfLost(long id) => new() { Id = id, Code = null, Title = null };

    private static string TextColumn(FieldModel? field) => field is { IsStored: true, Storage.Kind: StorageKind.Text } ? field.Column : NoColumn;
}

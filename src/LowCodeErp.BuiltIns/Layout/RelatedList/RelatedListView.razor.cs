using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.BuiltIns.Layout.RelatedList;

public sealed partial class RelatedListView
{
    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    private RelatedRecords Related => Item.Related!;

    private LocalizedText Title => Settings.Title ?? Related.Form.Label;

    protected override async Task<SeenRecords> ReadAsync(long id, Actor actor, CancellationToken cancellationToken)
        => new(await Queries.ReadPageAsync(Related.NewestOf(id, Settings.Rows), actor, cancellationToken), (await Access.OfAsync(actor, cancellationToken)).Of(Related.Form));

    private static string? ClassOf(FieldModel column, RecordRow row)
        => row.TextOf(column, CultureInfo.CurrentUICulture).Length > 0 ? AlignmentOf(column) : "blank";

    private static string? AlignmentOf(FieldModel column) => column.Kind == ValueKind.Number ? "numeric" : null;
}

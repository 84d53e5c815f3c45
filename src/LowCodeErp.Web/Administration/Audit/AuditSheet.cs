using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>The audit log as a file, written while it is read; that somebody took it away is an entry itself.</summary>
public sealed class AuditSheet(AuditTrail trail, IAuditLog audit, IWorkspace workspace, IOrganisation organisation)
{
    private static readonly LocalizedText[] _columns =
    [
        new("编号", "Number"), new("时间", "Time"), new("谁", "Who"), new("什么", "What"), new("关于", "About"), new("详情", "Details"), new("地址", "Address"),
    ];

    /// <returns>How many entries were written.</returns>
    public async Task<int> WriteAsync(AuditFilter filter, ISheetWriter writer, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(writer);
        var all = filter with { After = null };
        await audit.WriteAsync(new(AuditKind.AuditExport, actor) { Facts = all.IsEmpty ? [] : [new(AuditDetail.Query, all.Write())] }, cancellationToken);
        await writer.WriteHeaderAsync([.. _columns.Select(column => column.ToString())], cancellationToken);
        var count = 0;
        await foreach (var item in trail.StreamAsync(all.ToQuery(workspace.TimeZone), cancellationToken))
        {
            await writer.WriteRowAsync(ToCells(item), cancellationToken);
            count++;
        }

        return count;
    }

    private InputValue[] ToCells(AuditItem item) =>
    [
        InputValue.Of(Value.Of(item.Id)),
        InputValue.Of(Value.Of(TimeZoneInfo.ConvertTimeFromUtc(item.At, workspace.TimeZone))),
        InputValue.Of(AuditWords.Who(item)),
        InputValue.Of(AuditWords.Of(item.Kind)),
        InputValue.Of(AuditWords.About(item, workspace.Current, organisation.Current)),
        InputValue.Of(string.Join('\n', item.Facts.Select(fact => $"{AuditWords.Of(fact.Detail)}: {AuditWords.Value(fact, item, workspace.Current)}"))),
        InputValue.Of(item.Address),
    ];
}

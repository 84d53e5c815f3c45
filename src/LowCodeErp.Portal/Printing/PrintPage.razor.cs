using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Printing;

/// <summary>A record as it is printed: its form, title and time at the top, every field, and the lines as tables that go on from page to page.</summary>
public sealed partial class PrintPage
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    private RecordRights? _rights;

    [Inject]
    public required IAuditLog Audit { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    protected override async Task<OpenedRecord?> OpenAsync(FormModel form, CancellationToken cancellationToken)
    {
        _rights = await Records.ReadRightsAsync(form, Id, cancellationToken);
        var opened = await Records.OpenAsync(form, Id, cancellationToken);
        if (opened is not null && _rights.May(AccessOperation.Print))
        {
            await Audit.WriteAsync(new(AuditKind.Print, await Viewer.GetAsync()) { App = form.App, Form = form.Key, RecordId = Id }, cancellationToken);
        }

        return opened;
    }
}

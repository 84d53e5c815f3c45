using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Printing;

/// <summary>A record as it is printed: its form, title and time at the top, every field, and the lines as tables that go on from page to page.</summary>
public sealed partial class PrintPage
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    private RecordRights? _rights;

    protected override async Task<OpenedRecord?> OpenAsync(FormModel form, CancellationToken cancellationToken)
    {
        _rights = await Records.ReadRightsAsync(form, Id, cancellationToken);
        return await Records.OpenAsync(form, Id, cancellationToken);
    }
}

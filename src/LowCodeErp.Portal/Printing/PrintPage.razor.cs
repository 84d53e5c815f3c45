using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Printing;

/// <summary>A record as it is printed: its form, title and time at the top, every field, and the lines as tables that go on from page to page.</summary>
public sealed partial class PrintPage
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override Task<OpenedRecord?> OpenAsync(FormModel form, CancellationToken cancellationToken) => Records.OpenAsync(form, Id, cancellationToken);
}

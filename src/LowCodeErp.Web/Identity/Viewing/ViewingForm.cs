namespace LowCodeErp.Web.Identity.Viewing;

internal sealed class ViewingForm
{
    public string? Reason { get; set; }
}

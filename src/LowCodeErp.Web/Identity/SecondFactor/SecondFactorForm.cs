namespace LowCodeErp.Web.Identity.SecondFactor;

internal sealed class SecondFactorForm
{
    public string? Code { get; set; }
}

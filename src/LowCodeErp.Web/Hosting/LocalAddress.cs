namespace LowCodeErp.Web.Hosting;

/// <summary>Return addresses come from the outside; only those within this site are followed.</summary>
internal static class LocalAddress
{
    public static string OrHome(string? address) => IsLocal(address) ? address! : "/";

    /// <summary>
    /// Browsers read <c>//host</c> and <c>/\host</c> as another site, and drop tabs and line breaks before they look.
    /// </summary>
    private static bool IsLocal(string? address)
        => address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}

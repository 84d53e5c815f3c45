namespace LowCodeErp.Studio.Shell;

/// <summary>Where the designers are.</summary>
public static class StudioAddress
{
    public const string Home = "studio";

    public static string Of(string app, string? form = null) => form is null ? $"{Home}/{app}" : $"{Home}/{app}?form={form}";

    public static string Preview(string app, string room, string form, bool isFilled) => $"{Home}/{app}/preview/{room}?form={form}&filled={(isFilled ? "true" : "false")}";

    public static string Versions(string app) => $"{Home}/{app}/versions";
}

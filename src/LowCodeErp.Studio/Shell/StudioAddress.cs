namespace LowCodeErp.Studio.Shell;

/// <summary>Where the designers are.</summary>
public static class StudioAddress
{
    public const string Home = "studio";

    public static string Of(string app, string? form = null, StudioView view = StudioView.Form) => Address(app, ("view", view == StudioView.Form ? null : NameOf(view)), ("form", form));

    /// <summary>A role of the app; without one, the first, or what an app without roles means.</summary>
    public static string OfRole(string app, string? role = null) => Address(app, ("view", NameOf(StudioView.Role)), ("role", role));

    /// <summary>A form with one of its fields chosen.</summary>
    public static string OfField(string app, string form, string? field) => Address(app, ("form", form), ("field", field));

    public static string Preview(string app, string room, string form, bool isFilled, string role)
        => $"{Home}/{app}/preview/{room}?form={form}&filled={(isFilled ? "true" : "false")}{(role.Length == 0 ? "" : $"&role={role}")}";

    public static string Versions(string app) => $"{Home}/{app}/versions";

    public static string NameOf(StudioView view) => view.ToString().ToLowerInvariant();

    private static string Address(string app, params (string Name, string? Value)[] query)
    {
        var given = query.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}").ToList();
        return given.Count == 0 ? $"{Home}/{app}" : $"{Home}/{app}?{string.Join('&', given)}";
    }
}

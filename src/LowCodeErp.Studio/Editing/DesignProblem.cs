using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.Editing;

/// <summary>What the compiler says of a document, with the place in it that the designer can jump to.</summary>
/// <param name="Diagnostic">Its path is within the form or role: <c>fields[2].type</c>.</param>
/// <param name="Place">The app as a whole for a problem of another app, too.</param>
public sealed record DesignProblem(Diagnostic Diagnostic, DesignPlace Place)
{
    private const string FormsFolder = "forms/";
    private const string RolesFolder = "roles/";

    public string? Form => Place.Form;

    public string? Role => Place.Role;

    public string? Field => Place.Field;

    public string? Column => Place.Column;

    public ItemPath? Item => Place.Item;

    public Severity Severity => Diagnostic.Severity;

    public LocalizedText Message => Diagnostic.Message;

    public static DesignProblem Of(Diagnostic diagnostic, AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(document);
        // forms/order.json:12:5 fields[2].type
        var (file, path) = Split(diagnostic.Path);
        var place = KeyIn(FormsFolder, file) is { } form && document.FindForm(form) is { } found ? DesignPlace.Of(found, path)
            : KeyIn(RolesFolder, file) is { } role && document.FindRole(role) is not null ? DesignPlace.OfRole(role)
            : DesignPlace.App;
        return new(diagnostic with { Path = path }, place);
    }

    private static string? KeyIn(string folder, string file) => file.StartsWith(folder, StringComparison.Ordinal) ? file[folder.Length..].Split('.')[0] : null;

    private static (string File, string Path) Split(string place)
    {
        var end = place.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (place, "") : (place[..end], place[(end + 1)..]);
    }
}

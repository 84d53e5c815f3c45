using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.Shell;

/// <summary>A form or a role that somebody has open.</summary>
/// <param name="View">Which of the two.</param>
public sealed record DocumentTab(StudioView View, string Key)
{
    public static DocumentTab Of(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(StudioView.Form, form.Key);
    }

    public static DocumentTab Of(RoleDefinition role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new(StudioView.Role, role.Key);
    }

    public string AddressIn(string app) => View == StudioView.Role ? StudioAddress.OfRole(app, Key) : StudioAddress.Of(app, Key);

    /// <summary>Null when the document has no such form or role.</summary>
    public LocalizedText? LabelIn(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return View == StudioView.Role ? document.FindRole(Key)?.Label : document.FindForm(Key)?.Label;
    }
}

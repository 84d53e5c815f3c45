using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>
/// The form was published again, with other columns, since the work began. Begin again with the form of
/// <see cref="Workspaces.IWorkspace.Current"/>.
/// </summary>
public sealed class FormChangedException(FormModel form) : Exception($"Form '{form.Key}' has other columns by now.")
{
    public FormModel Form { get; } = form;
}

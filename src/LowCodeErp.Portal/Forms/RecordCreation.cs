using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Forms;

/// <summary>The record that is being entered in a dialog over a page, if any: one at a time.</summary>
/// <param name="viewer">What whoever sits at the page may do; null as long as nobody has asked.</param>
public sealed class RecordCreation(Func<MemberAccess?> viewer, Action changed) : IRecordCreation
{
    private TaskCompletionSource<RecordReference?>? _answer;

    public FormModel? Form { get; private set; }

    public string? Name { get; private set; }

    /// <summary>Of the record that is being entered.</summary>
    public RecordRights Rights => RecordRights.OfNewRecord(viewer()!.Of(Form!));

    public bool Offers(FormModel form) => viewer()?.Of(form).May(AccessOperation.Create) == true;

    public Task<RecordReference?> CreateAsync(FormModel form, string? name)
    {
        End(null);
        (Form, Name, _answer) = (form, name, new());
        changed();
        return _answer.Task;
    }

    /// <param name="created">Null when the person gave up.</param>
    public void End(RecordReference? created)
    {
        (Form, Name) = (null, null);
        changed();
        _answer?.TrySetResult(created);
    }
}

using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.UI.Extending;

/// <summary>Lets somebody who is looking for a record, and does not find it, enter it without leaving the page. The page cascades it to the editors.</summary>
public interface IRecordCreation
{
    /// <summary>Whether the person may enter records of the form.</summary>
    bool Offers(FormModel form);

    /// <param name="name">What was looked for; it stands in the field that names the record.</param>
    /// <returns>The stored record; null when the person gave up.</returns>
    Task<RecordReference?> CreateAsync(FormModel form, string? name);
}

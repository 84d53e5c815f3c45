using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>The records that a draft refers to, each read once, when a formula first asks for it.</summary>
/// <param name="read">The stored record with its lines; null when there is none.</param>
internal sealed class ReferredRecords(Func<FormModel, long, Task<RecordDraft?>> read)
{
    private readonly Dictionary<(FormModel Form, long Id), RecordDraft?> _known = [];
    private readonly HashSet<(FormModel Form, long Id)> _missing = [];

    /// <summary>Whether a formula has asked for a record that is still to be read.</summary>
    public bool HasMissing => _missing.Count > 0;

    /// <summary>Null where there is none, or none yet.</summary>
    public RecordDraft? Find(FormModel form, long id) => TryFind(form, id, out var record) ? record : null;

    /// <returns>False while it is still to be read.</returns>
    public bool TryFind(FormModel form, long id, out RecordDraft? record)
    {
        if (_known.TryGetValue((form, id), out record))
        {
            return true;
        }

        _missing.Add((form, id));
        return false;
    }

    public async Task ReadAsync()
    {
        foreach (var (form, id) in _missing.ToArray())
        {
            _known[(form, id)] = await read(form, id);
            _missing.Remove((form, id));
        }
    }
}

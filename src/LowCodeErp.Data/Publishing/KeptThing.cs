using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Publishing;

/// <summary>A kept column or table, with the form as it was; null when this program cannot read that version any more.</summary>
internal sealed record KeptThing(KeptColumn Row, FormModel? Form)
{
    /// <summary>The fields whose columns are kept by it.</summary>
    public IEnumerable<FieldModel> Fields => Form is null ? [] : Row.IsTable ? Form.StoredFields : Form.Fields.Where(candidate => candidate.Key == Row.Field);
}

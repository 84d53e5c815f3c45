using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Model;

/// <summary>The table of a form, with columns that may come from several of its published versions.</summary>
internal sealed record TableShape(FormModel Form, IReadOnlyList<ColumnShape> Columns)
{
    /// <summary>The table as its form describes it.</summary>
    public static TableShape Of(FormModel form, bool isBare = false)
        => new(form, [.. form.StoredFields.Select(field => new ColumnShape(field, isBare))]);
}

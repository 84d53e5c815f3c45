using System.Globalization;
using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>The text by which a record or member is mentioned.</summary>
/// <param name="path">From a row to what is seen.</param>
internal sealed class ShownText(FormRows rows, IReadOnlyList<FieldModel> path)
{
    /// <summary>What is seen; and what the mask is made of that is seen instead.</summary>
    public (Expression Shown, Expression Masked) Select(Expression row)
        => (rows.Shown(row, path), rows.Masks(path[^1]) ? rows.Masked(row, path) : Expression.Constant(null));

    /// <param name="shown">The value of the last field of the path, or the name of the member or file that it refers to.</param>
    /// <param name="id">Stands for a record whose title is blank: it has to be called something.</param>
    public string Read(object? shown, object? masked, long id)
    {
        var field = path[^1];
        return shown switch
        {
            null => field.MaskOf(StoredValue.Read(masked, field)) ?? $"#{id}",
            string name when field.ItemShape is FieldShape.Member or FieldShape.Department or FieldShape.File => name,
            _ when field.Shape is FieldShape.Reference => $"#{shown}",
            _ => field.Type.Format(new Value(field.Kind, StoredValue.Read(shown, field)), field.Settings, CultureInfo.CurrentUICulture),
        };
    }
}

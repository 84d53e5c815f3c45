using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>The text by which a record or member is mentioned.</summary>
internal static class ShownText
{
    /// <param name="selected">The value of the last field of the path, or the name of the member or file that it refers to.</param>
    /// <param name="id">Stands for a record whose title is blank: it has to be called something.</param>
    public static string Of(object? selected, IReadOnlyList<FieldModel> path, long id)
    {
        var field = path[^1];
        return selected switch
        {
            null => $"#{id}",
            string name when field.ItemShape is FieldShape.Member or FieldShape.Department or FieldShape.File => name,
            _ when field.Shape is FieldShape.Reference => $"#{selected}",
            _ => field.Type.Format(new Value(field.Kind, StoredValue.Read(selected, field)), field.Settings, CultureInfo.CurrentUICulture),
        };
    }
}

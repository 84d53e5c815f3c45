using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Views;

/// <summary>A view, compiled. Of a personal one, what no longer makes sense has been left out.</summary>
/// <param name="Definition">As it was written; of it the filters are used as they are.</param>
/// <param name="Columns">Those of the form's list when empty.</param>
/// <param name="Where">Null where there is no formula, or it is faulty.</param>
public sealed record ViewModel(
    ViewDefinition Definition, IReadOnlyList<ViewColumn> Columns, IReadOnlyList<ViewOrder> Sort, FieldModel? GroupBy, IReadOnlyList<FieldModel> Filtered,
    CompiledFormula? Where, IReadOnlyList<ViewRowColour> Colours)
{
    public string Key => Definition.Key;

    public LocalizedText Label => Definition.Label;

    /// <summary>The fields that it names by key, each once.</summary>
    public IEnumerable<FieldModel> Named => Columns.Select(column => column.Field)
        .Concat(Sort.Select(order => order.Field)).Concat(Filtered).Append(GroupBy).Concat(Colours.Select(colour => colour.Field)).OfType<FieldModel>().Distinct();

    public IEnumerable<CompiledFormula> Formulas => Colours.Select(colour => colour.When).Append(Where).OfType<CompiledFormula>();
}

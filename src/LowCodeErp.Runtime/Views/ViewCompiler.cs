using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Views;

/// <summary>Turns views of a form into models: shared ones when the form is compiled, personal ones when a list is opened.</summary>
/// <param name="schemas">With the records of other forms, which filters may read.</param>
/// <param name="diagnostics">Gets what is wrong; the models are made of the rest.</param>
public sealed class ViewCompiler(FormModel form, FormSchemas schemas, DiagnosticBag diagnostics)
{
    public const int LeastWidth = 4;
    public const int GreatestWidth = 100;

    private static readonly FormulaOptions Filter = new(FormulaContext.Set, ResultType: FormulaType.Boolean);

    /// <param name="at">Where in its file a member of the view stands: <c>columns[2]</c>.</param>
    public ViewModel Compile(ViewDefinition view, Func<string, string> at)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(at);
        return new(
            view,
            [.. view.Columns.Index().Select(entry => CompileColumn(view, entry.Item, at($"columns[{entry.Index}]"))).OfType<ViewColumn>().DistinctBy(column => column.Field)],
            [.. view.Sort.Index().Select(entry => CompileOrder(view, entry.Item, at($"sort[{entry.Index}].field"))).OfType<ViewOrder>().DistinctBy(order => order.Field)],
            view.GroupBy is { } group ? Find(view, group, at("groupBy"), RecordGrouping.Groups, ViewDiagnostics.NotGroupable) : null,
            [.. view.Filters.Index().Select(entry => Find(view, entry.Item.Field, at($"filters[{entry.Index}].field"), CanFilter, ViewDiagnostics.NotFilterable)).OfType<FieldModel>()],
            view.Where is { } where ? CompileFormula(view, where, Filter, at("where")) : null,
            [.. view.Colours.Index().Select(entry => CompileColour(view, entry.Item, member => at($"colours[{entry.Index}].{member}"))).OfType<ViewRowColour>()]);
    }

    private static bool CanSort(FieldModel field) => !field.IsSensitive && (field.IsReadable || field.Parts.Count > 0) && field.Lines is null;

    /// <summary>A view says what it filters by in readable words, which a sensitive value must not be.</summary>
    private static bool CanFilter(FieldModel field) => !field.IsSensitive && field.IsReadable && field.Lines is null;

    private ViewColumn? CompileColumn(ViewDefinition view, ViewColumnDefinition column, string path)
    {
        if (Find(view, column.Field, path + ".field", form.ShownFields.Contains, ViewDiagnostics.NoColumn) is not { } field)
        {
            return null;
        }

        if (column.Width is not (null or (>= LeastWidth and <= GreatestWidth)))
        {
            diagnostics.Add(ViewDiagnostics.WidthOutOfRange(path + ".width", view.Label, field.Label, LeastWidth, GreatestWidth));
        }

        return new(field, column.Width is { } width ? Math.Clamp(width, LeastWidth, GreatestWidth) : null);
    }

    private ViewOrder? CompileOrder(ViewDefinition view, ViewOrderDefinition order, string path)
        => Find(view, order.Field, path, CanSort, ViewDiagnostics.NotSortable) is { } field ? new(field, order.Descending) : null;

    /// <summary>It is asked of rows that a page has read already, so it knows nothing else.</summary>
    private ViewRowColour? CompileColour(ViewDefinition view, ViewColourDefinition colour, Func<string, string> at)
    {
        var field = colour.Field is { } key ? Find(view, key, at("field"), form.ShownFields.Contains, ViewDiagnostics.NoColumn) : null;
        if (CompileFormula(view, colour.When, FormulaOptions.Condition, at("when")) is not { } when || (colour.Field is not null && field is null))
        {
            return null;
        }

        var reads = when.Facts.Dependencies.Select(path => (Path: path, Field: path.Steps.Count == 1 ? form.Find(path.Steps[0].Key) : null)).ToList();
        if (reads.Find(read => read.Field is not { IsReadable: true, Lines: null }) is { Path: { } foreign })
        {
            diagnostics.Add(ViewDiagnostics.ColourReadsOthers(at("when"), view.Label, foreign.Label.Chinese));
            return null;
        }

        return new(when, colour.Colour, colour.Label, field, [.. reads.Select(read => read.Field!)]);
    }

    private CompiledFormula? CompileFormula(ViewDefinition view, string text, FormulaOptions options, string path)
    {
        var compiled = FormulaCompiler.Compile(text, schemas.Of(form), options);
        diagnostics.AddRange(compiled.Diagnostics.Select(mistake => LogicDiagnostics.In(ViewDiagnostics.Owner(view.Label), mistake, path)));
        return compiled.HasErrors ? null : compiled;
    }

    private FieldModel? Find(ViewDefinition view, string key, string path, Func<FieldModel, bool> suits, Func<string, LocalizedText, LocalizedText, Diagnostic> refuse)
    {
        if (form.Find(key) is not { IsInternal: false } field)
        {
            diagnostics.Add(ViewDiagnostics.UnknownField(path, view.Label, key));
            return null;
        }

        if (!suits(field))
        {
            diagnostics.Add(refuse(path, view.Label, field.Label));
            return null;
        }

        return field;
    }
}

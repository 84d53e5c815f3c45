using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Studio.Editing;
using LowCodeErp.UI.Formulas;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What the formulas of a designed form may read and have to give, as its compiler sees it. Null until it has looked at the form.</summary>
internal sealed class FormulaPlaces(DesignSession session, string form)
{
    private readonly FormModel? _form = session.FormModels.FirstOrDefault(model => model.Key == form);

    /// <summary>What computes a field or its default.</summary>
    public FormulaPlace? OfValue(string field)
        => _form?.Find(field) is { } model ? New(FormSchemas.OfRecordsAlone(session.BasedOn), new(ResultType: FormulaType.Of(model.Kind))) : null;

    /// <summary>When a field is shown, required or read-only: it is asked before the record is saved and knows no other.</summary>
    public FormulaPlace? OfCondition()
        => New(FormSchemas.OfRecordsAlone(session.BasedOn), FormulaOptions.Condition) is { } place ? place with { FollowsReferences = false } : null;

    /// <summary>What a record has to meet; it may ask for records of other forms.</summary>
    public FormulaPlace? OfValidation() => New(FormSchemas.Of(session.BasedOn, session.FormModels), FormulaOptions.Condition);

    private FormulaPlace? New(FormSchemas schemas, FormulaOptions options) => _form is null ? null : new(_form, schemas.Of(_form), options);
}

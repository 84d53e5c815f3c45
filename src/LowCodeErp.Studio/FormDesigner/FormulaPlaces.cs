using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Studio.Editing;
using LowCodeErp.UI.Formulas;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What the formulas of a designed form may read and have to give, as its compiler sees it. Null until it has looked at the form.</summary>
internal sealed class FormulaPlaces
{
    private static readonly FormulaOptions Filter = new(FormulaContext.Set, ResultType: FormulaType.Boolean);

    private readonly DesignSession _session;
    private readonly FormModel? _form;

    private FormulaPlaces(DesignSession session, FormModel? form) => (_session, _form) = (session, form);

    /// <param name="table">Key of the sub-table whose columns they are; null for the form's own.</param>
    public static FormulaPlaces Of(DesignSession session, FormDefinition form, string? table = null)
    {
        var model = session.FormModels.FirstOrDefault(candidate => candidate.Key == form.Key);
        return new(session, table is null ? model : model?.Find(table)?.Lines);
    }

    /// <summary>What computes a field or its default.</summary>
    public FormulaPlace? OfValue(string field)
        => _form?.Find(field) is { } model ? New(FormSchemas.OfRecordsAlone(_session.Document.BasedOn), new(ResultType: FormulaType.Of(model.Kind))) : null;

    /// <summary>When a field is shown, required or read-only: it is asked before the record is saved and knows no other.</summary>
    public FormulaPlace? OfCondition()
        => New(FormSchemas.OfRecordsAlone(_session.Document.BasedOn), FormulaOptions.Condition) is { } place ? place with { FollowsReferences = false } : null;

    /// <summary>What a record has to meet; it may ask for records of other forms.</summary>
    public FormulaPlace? OfValidation() => New(FormSchemas.Of(_session.Document.BasedOn, _session.FormModels), FormulaOptions.Condition);

    /// <summary>Which records a view shows: the database is asked, whichever it is.</summary>
    public FormulaPlace? OfFilter() => New(FormSchemas.Of(_session.Document.BasedOn, _session.FormModels), Filter);

    /// <summary>Which records of a form, or lines of a sub-table, something counts.</summary>
    /// <param name="form">Its key; that of lines is <c>form-field</c>.</param>
    public static FormulaPlace? OfRecords(DesignSession session, string form)
    {
        var model = session.FormModels.SelectMany(candidate => candidate.Fields.Select(field => field.Lines).OfType<FormModel>().Prepend(candidate)).FirstOrDefault(candidate => candidate.Key == form);
        return new FormulaPlaces(session, model).New(FormSchemas.OfRecordsAlone(session.Document.BasedOn), Filter);
    }

    private FormulaPlace? New(FormSchemas schemas, FormulaOptions options) => _form is null ? null : new(_form, schemas.Of(_form), options);
}

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

    private readonly IReadOnlyList<FormModel> _models;
    private readonly FormModel? _form;
    private readonly FormSchemas _alone;
    private readonly FormSchemas _related;

    private FormulaPlaces(DesignSession session, IReadOnlyList<FormModel> models, FormModel? form)
    {
        (_models, _form) = (models, form);
        (_alone, _related) = (FormSchemas.OfRecordsAlone(session.Document.BasedOn), FormSchemas.Of(session.Document.BasedOn, models));
    }

    /// <param name="table">Key of the sub-table whose columns they are; null for the form's own.</param>
    public static FormulaPlaces Of(DesignSession session, FormDefinition form, string? table = null)
    {
        var models = session.FormModels;
        var model = models.FirstOrDefault(candidate => candidate.Key == form.Key);
        return new(session, models, table is null ? model : model?.Find(table)?.Lines);
    }

    /// <summary>Whether they still are what the compiler has found. As long as they are, equal places are the same to whoever shows them.</summary>
    public bool IsOf(DesignSession session) => ReferenceEquals(session.FormModels, _models);

    /// <summary>What computes a field or its default.</summary>
    public FormulaPlace? OfValue(string field)
        => _form?.Find(field) is { } model ? New(_alone, new(ResultType: FormulaType.Of(model.Kind))) : null;

    /// <summary>When a field is shown, required or read-only: it is asked before the record is saved and knows no other.</summary>
    public FormulaPlace? OfCondition()
        => New(_alone, FormulaOptions.Condition) is { } place ? place with { FollowsReferences = false } : null;

    /// <summary>What a record has to meet; it may ask for records of other forms.</summary>
    public FormulaPlace? OfValidation() => New(_related, FormulaOptions.Condition);

    /// <summary>Which records a view shows: the database is asked, whichever it is.</summary>
    public FormulaPlace? OfFilter() => New(_related, Filter);

    /// <summary>Which records of a form, or lines of a sub-table, something counts.</summary>
    /// <param name="form">Its key; that of lines is <c>form-field</c>.</param>
    public static FormulaPlace? OfRecords(DesignSession session, string form)
    {
        var models = session.FormModels;
        var model = models.SelectMany(candidate => candidate.Fields.Select(field => field.Lines).OfType<FormModel>().Prepend(candidate)).FirstOrDefault(candidate => candidate.Key == form);
        var places = new FormulaPlaces(session, models, model);
        return places.New(places._alone, Filter);
    }

    private FormulaPlace? New(FormSchemas schemas, FormulaOptions options) => _form is null ? null : new(_form, schemas.Of(_form), options);
}

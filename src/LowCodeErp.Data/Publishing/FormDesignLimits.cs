using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Schema;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>What tables give away to somebody who may design single forms: values that come back, and what is said of stored ones.</summary>
internal sealed class FormDesignLimits(MemberAccess rights)
{
    /// <summary>Each with how often it is there; the sum of them is told apart.</summary>
    private const string LeftBehind = "schema.field.left-behind";

    private static readonly string[] _namingRecords = [LeftBehind, "schema.field.not-unique", "schema.field.blank", "publish.not-computed"];

    /// <summary>Fields and sub-tables under whose keys something is kept: nobody knows any more who might see it.</summary>
    public static IReadOnlyList<Diagnostic> FindBroughtBack(SchemaComparison comparison) =>
    [
        .. comparison.Forms.Where(form => form.Kept is not null).Select(form => DesignDiagnostics.BringsBack(form.New.Key, form.New.Label)),
        .. comparison.Fields.Where(field => field.Form.Kept is null && (field.Kept is not null || (field.Old.IsComputed && field.Memory.Count > 0)))
            .Select(field => DesignDiagnostics.BringsBack($"{field.New}", field.New.Label)),
    ];

    /// <summary>Without the records and values that he may not see.</summary>
    public IReadOnlyList<Diagnostic> Withhold(IReadOnlyList<Diagnostic> diagnostics, WorkspaceModel model)
        => [.. diagnostics.Select(diagnostic => Withhold(diagnostic, model)).OfType<Diagnostic>().Distinct()];

    private Diagnostic? Withhold(Diagnostic diagnostic, WorkspaceModel model)
        => !_namingRecords.Contains(diagnostic.Code) || model.FindForm(diagnostic.Path.Split('.')[0]) is not { } form || SeesEverything(form) ? diagnostic
            : diagnostic.Code == LeftBehind ? null
            : DesignDiagnostics.RecordsWithheld(form.Key, form.Label);

    /// <summary>Whether nothing that is stored of the form is kept from him.</summary>
    public bool SeesEverything(FormModel form)
        => rights.Of(form) is { SeesAll: true } access && form.StoredFields.All(field => access.RuleOf(field, FieldAccess.Read).IsAlways);
}

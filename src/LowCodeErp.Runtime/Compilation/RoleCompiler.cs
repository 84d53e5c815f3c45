using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The roles of all apps, once every form has its fields and formulas.</summary>
internal sealed class RoleCompiler(IReadOnlyDictionary<string, CompiledForm> forms, long version, DiagnosticBag diagnostics)
{
    private static readonly FormulaOptions Condition = new(FormulaContext.Set, ResultType: FormulaType.Boolean);

    private readonly FormSchemas _schemas = FormSchemas.Of(version, [.. forms.Values.Select(form => form.Model)]);

    public IReadOnlyList<RoleModel> Compile(AppPackage package)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var roles = new List<RoleModel>();
        foreach (var source in package.Roles)
        {
            CheckKey(source, keys);
            var definition = source.Definition;
            var grants = definition.Grants.Index().Select(grant => CompileGrant(package, source, grant.Item, $"grants[{grant.Index}]")).OfType<GrantModel>().ToList();
            WarnOfBlindness(source, grants);
            roles.Add(new(package.App.Definition.Key, definition.Key, definition.Label, definition.Description, grants));
        }

        return roles;
    }

    private void CheckKey(Sourced<RoleDefinition> source, HashSet<string> keys)
    {
        var key = source.Definition.Key;
        if (!Key.IsValid(key))
        {
            diagnostics.Add(CompilationDiagnostics.InvalidKey(source.At("key"), key));
        }
        else if (key is RoleAssignment.AppAdministrator or RoleAssignment.Auditor)
        {
            diagnostics.Add(AccessDiagnostics.ReservedRole(source.At("key"), key));
        }
        else if (!keys.Add(key))
        {
            diagnostics.Add(AccessDiagnostics.DuplicateRole(source.At("key"), key));
        }
    }

    private GrantModel? CompileGrant(AppPackage package, Sourced<RoleDefinition> source, GrantDefinition definition, string path)
    {
        var role = source.Definition.Label;
        if (forms.GetValueOrDefault(definition.Form)?.Model is not { } form || !IsWithinReach(package, form))
        {
            diagnostics.Add(AccessDiagnostics.UnknownForm(source.At(path + ".form"), role, definition.Form));
            return null;
        }

        if (form.Parent is not null)
        {
            diagnostics.Add(AccessDiagnostics.FormOfLines(source.At(path + ".form"), role, form.Label));
            return null;
        }

        if (definition.Operations.Count == 0 && definition.Fields.Count == 0)
        {
            diagnostics.Add(AccessDiagnostics.NothingGranted(source.At(path), role, form.Label));
        }

        if (definition.Operations.Contains(AccessOperation.Design) && definition.Rows != GrantedRows.All)
        {
            diagnostics.Add(AccessDiagnostics.DesignOfSomeRecords(source.At(path + ".operations"), role, form.Label));
        }

        return new()
        {
            Form = form, Effect = definition.Effect, Operations = definition.Operations.ToHashSet(), Rows = definition.Rows,
            Condition = CompileRows(source, form, definition, path),
            Fields = [.. definition.Fields.Index().SelectMany(entry => CompileFields(source, form, entry.Item, $"{path}.fields[{entry.Index}]"))],
        };
    }

    private static bool IsWithinReach(AppPackage package, FormModel form)
        => form.App == package.App.Definition.Key || package.App.Definition.Needs.Contains(form.App);

    private CompiledFormula? CompileRows(Sourced<RoleDefinition> source, FormModel form, GrantDefinition definition, string path)
    {
        if (definition.Rows == GrantedRows.Condition == definition.Condition is not null)
        {
            return definition.Condition is { } text ? CompileFormula(source, form, text, path + ".condition") : null;
        }

        diagnostics.Add(definition.Condition is null
            ? AccessDiagnostics.ConditionMissing(source.At(path), source.Definition.Label, form.Label)
            : AccessDiagnostics.ConditionUnused(source.At(path + ".condition"), source.Definition.Label, form.Label));
        return null;
    }

    private IEnumerable<FieldGrantModel> CompileFields(Sourced<RoleDefinition> source, FormModel form, FieldGrantDefinition definition, string path)
    {
        var when = definition.When is { } text ? CompileFormula(source, form, text, path + ".when") : null;
        foreach (var (index, key) in definition.Fields.Index())
        {
            if (Find(form, key) is { } field)
            {
                if (definition.Access == FieldAccess.Masked && !HasMask(field))
                {
                    diagnostics.Add(AccessDiagnostics.WithoutMask(source.At($"{path}.fields[{index}]"), source.Definition.Label, field.Label));
                }

                yield return new(field, definition.Access, when);
            }
            else
            {
                diagnostics.Add(AccessDiagnostics.UnknownField(source.At($"{path}.fields[{index}]"), source.Definition.Label, form.Label, key));
            }
        }
    }

    private static FieldModel? Find(FormModel form, string key)
    {
        var (own, column) = key.Split('.', 2) is [var first, var second] ? (first, second) : (key, null);
        var field = form.Find(own) is { IsInternal: false, Whole: null } found ? found : null;
        return column is null ? field : field?.Lines?.Find(column) is { Whole: null } line && line != field.Lines.ParentReference ? line : null;
    }

    /// <summary>A sub-table or a button has no value of which a part could be shown.</summary>
    private static bool HasMask(FieldModel field) => field.IsReadable || field.Parts.Count > 0;

    private CompiledFormula? CompileFormula(Sourced<RoleDefinition> source, FormModel form, string text, string path)
    {
        var compiled = FormulaCompiler.Compile(text, _schemas.Of(form), Condition);
        var label = source.Definition.Label;
        diagnostics.AddRange(compiled.Diagnostics.Select(mistake => LogicDiagnostics.In(new($"角色“{label.Chinese}”的条件", $"Condition of role \"{label.English}\""), mistake, source.At(path))));
        return compiled.HasErrors ? null : compiled;
    }

    /// <summary>Operations on records of a form none of which the role lets see.</summary>
    private void WarnOfBlindness(Sourced<RoleDefinition> source, IReadOnlyList<GrantModel> grants)
    {
        foreach (var form in grants.Where(grant => grant.Effect == GrantEffect.Allow).GroupBy(grant => grant.Form))
        {
            var allowed = form.SelectMany(grant => grant.Operations).Where(operation => operation != AccessOperation.Design).ToHashSet();
            if (allowed.Count > 0 && !allowed.Contains(AccessOperation.View))
            {
                diagnostics.Add(AccessDiagnostics.WithoutView(source.At("grants"), source.Definition.Label, form.Key.Label));
            }
        }
    }
}

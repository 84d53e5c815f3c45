using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using RelatedRecords = LowCodeErp.Runtime.Formulas.RelatedRecords;

namespace LowCodeErp.Runtime.Changes;

/// <summary>Where the fields of a workspace are used: formulas, conditions, validations, lookups, buttons, lists, views, layouts, titles and codes, tier models, roles, flows.</summary>
public sealed class FieldUses(WorkspaceModel workspace)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly Dictionary<CompiledFormula, IReadOnlyList<(FieldModel Field, bool IsElsewhere)>> _steps = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<FieldUse> Of(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. OwnForm(field), .. Formulas(field), .. Conditions(field), .. Rollups(field), .. Buttons(field), .. Layouts(field), .. Views(field), .. TierModels(field), .. Tiers(field), .. Roles(field), .. Flows(field)];
    }

    /// <summary>What leads to records of a form, shows them or reckons with them. Its own lines do not count.</summary>
    public IReadOnlyList<FieldUse> Of(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. workspace.Forms.Where(other => other.Parent?.Form != form).SelectMany(other => other.Fields).Where(field => field.Target == form)
                .Select(field => In(field.Form, $"字段“{field.Label.Chinese}”", $"field \"{field.Label.In(English)}\"") with { User = field }),
            .. workspace.TierModels.Where(model => model.Form == form || model.Source.Form == form).Select(Of),
            .. workspace.TierModels.Where(model => model.Source.Form == form).SelectMany(TiersOf),
            .. workspace.Forms.Where(other => other.Layout.SelectMany(item => item.WithDescendants).Any(item => item.Related?.Form == form)).Select(other => In(other, "布局", "layout")),
            .. RolesWith(grant => grant.Form == form),
            .. workspace.Flows.Where(flow => flow.Form == form || LeavesOf(flow).Any(leaf => leaf.Forms.Contains(form))).Select(Of),
        ];
    }

    /// <summary>A sentence for each field that is changed or removed and has a part elsewhere.</summary>
    public IEnumerable<LocalizedText> Of(IEnumerable<DesignChange> changes)
    {
        foreach (var path in changes.Select(change => change.Path.Split('.')).Where(path => path.Length == 2).DistinctBy(path => string.Join('.', path)))
        {
            if (workspace.FindForm(path[0])?.Find(path[1]) is { } field && Of(field) is { Count: > 0 } uses)
            {
                yield return ChangeDiagnostics.Uses(field.Form.Label, field.Label, [.. uses.Select(use => use.Place)]);
            }
        }
    }

    private static IEnumerable<FieldUse> OwnForm(FieldModel field)
    {
        var form = field.Form;
        if (form.Title == field)
        {
            yield return In(form, "标题字段", "title");
        }

        if (form.Code == field)
        {
            yield return In(form, "编码字段", "code");
        }

        if (form.Owner == field)
        {
            yield return In(form, "负责人字段", "owner");
        }

        if (form.ListColumns.Contains(field) && !form.ListColumns.SequenceEqual(form.ShownFields))
        {
            yield return In(form, "列表的列", "columns of the list");
        }

        if (form.SortField == field)
        {
            yield return In(form, "列表的排序", "order of the list");
        }
    }

    private IEnumerable<FieldUse> Formulas(FieldModel field)
    {
        foreach (var form in workspace.Forms)
        {
            foreach (var formula in form.Logic.Formulas.Concat(form.Logic.LiveFormulas).Where(formula => Reads(form, formula.Formula, field)))
            {
                var use = formula.Field.IsLookup
                    ? In(form, $"查找引用“{formula.Field.Label.Chinese}”", $"lookup \"{formula.Field.Label.In(English)}\"")
                    : In(form, $"字段“{formula.Field.Label.Chinese}”的公式", $"formula of field \"{formula.Field.Label.In(English)}\"");
                yield return use with { User = formula.Field, Kind = KindOf(form, formula.Formula, field, FieldUseKind.Live) };
            }

            foreach (var validation in form.Logic.Validations.Where(validation => validation.Field != field && Reads(form, validation.Condition, field)))
            {
                yield return In(form, $"校验“{validation.Message.Chinese}”", $"validation \"{validation.Message.In(English)}\"") with
                {
                    Kind = KindOf(form, validation.Condition, field, FieldUseKind.Stored),
                    Text = validation.Condition.PrintWithKeys(),
                };
            }
        }
    }

    /// <summary>What decides how other fields behave, and what stands in them.</summary>
    private IEnumerable<FieldUse> Conditions(FieldModel field)
        => workspace.Forms.SelectMany(form => ConditionsOf(form)
            .Where(condition => condition.Owner != field && Reads(form, condition.Formula, field)).Select(condition => (condition.Owner, Kind: KindOf(form, condition.Formula, field, FieldUseKind.Stored)))
            .Concat(form.Logic.Proposals.OfType<FieldProposal.Fill>().Where(fill => fill.Field != field && fill.Path.Fields.Contains(field))
                .Select(fill => (Owner: fill.Field, Kind: fill.Reference == field ? FieldUseKind.OwnRecord : FieldUseKind.Stored)))
            .Select(use => In(form, $"字段“{use.Owner.Label.Chinese}”的条件或默认值", $"conditions or default of field \"{use.Owner.Label.In(English)}\"") with { User = use.Owner, Kind = use.Kind })
            .Concat(form.UniqueKeys.Where(key => key.Reads.Contains(field))
                .Select(key => In(form, "唯一约束", "unique fields") with { Kind = FieldUseKind.OwnRecord, Text = string.Join(' ', key.Reads.Select(read => read.Key)) })));

    private static IEnumerable<(FieldModel Owner, CompiledFormula Formula)> ConditionsOf(FormModel form) => [
        .. form.Logic.Conditions.SelectMany(conditions => conditions.All).Select(condition => (condition.Field, condition.Formula)),
        .. form.Logic.OptionLimits.SelectMany(limits => limits.All.Select(limit => (limits.Field, limit.When.Formula))),
        .. form.Logic.Proposals.OfType<FieldProposal.Computed>().Select(proposal => (proposal.Field, proposal.Formula)),
    ];

    private IEnumerable<FieldUse> Rollups(FieldModel field)
        => workspace.Rollups.Where(rollup => rollup.Field != field && (rollup.Reference == field || rollup.Sources.Contains(field)))
            .Select(rollup => In(rollup.Field.Form, $"汇总“{rollup.Field.Label.Chinese}”", $"rollup \"{rollup.Field.Label.In(English)}\"") with { User = rollup.Field, Kind = FieldUseKind.Stored });

    private IEnumerable<FieldUse> Buttons(FieldModel field)
        => workspace.Forms.SelectMany(form => form.Fields).Where(button => button != field && button.Shape is FieldShape.Action action && Uses(button.Form, action.Does, field))
            .Select(button => In(button.Form, $"按钮“{button.Label.Chinese}”", $"button \"{button.Label.In(English)}\"") with { User = button, Kind = button.Form == field.Form ? FieldUseKind.OwnRecord : FieldUseKind.Live });

    /// <summary>Reads it or a part of it, or fills it in a new record.</summary>
    private bool Uses(FormModel form, FieldAction action, FieldModel field)
    {
        string[] keys = [field.Key, .. field.Parts.Select(part => part.Key)];
        return (form == field.Form && action.Reads.Any(keys.Contains))
            || (action is FieldAction.NewRecord created && workspace.FindForm(created.Form) == field.Form && created.Fill.Any(fill => keys.Contains(fill.Into)));
    }

    private IEnumerable<FieldUse> Layouts(FieldModel field)
        => workspace.Forms.Where(form => form.Layout.SelectMany(item => item.WithDescendants).Any(item => Shows(item, field)))
            .Select(form => In(form, "布局", "layout"));

    private static bool Shows(LayoutItemModel item, FieldModel field)
        => item.Field == field || item.Related?.Reference == field
            || (item.Related is { } related && related.Columns.Contains(field) && !related.Columns.SequenceEqual(related.Form.ListColumns));

    private IEnumerable<FieldUse> Views(FieldModel field)
        => workspace.Forms.SelectMany(form => form.Views
            .Where(view => view.Named.Any(named => named == field) || view.Formulas.Any(formula => Reads(form, formula, field)))
            .Select(view => In(form, $"视图“{view.Label.Chinese}”", $"view \"{view.Label.In(English)}\"")));

    private IEnumerable<FieldUse> TierModels(FieldModel field)
        => workspace.TierModels.Where(model => Paths(model.Source).Any(path => path.Fields.Contains(field)))
            .Select(Of);

    /// <summary>What shows the tiers that a model makes of it.</summary>
    private IEnumerable<FieldUse> Tiers(FieldModel field) => workspace.TierModels.Where(model => Paths(model.Source).Any(path => path.Fields.Contains(field))).SelectMany(TiersOf);

    private IEnumerable<FieldUse> TiersOf(TierModel model)
        => workspace.Forms.SelectMany(form => form.Fields).Where(field => field.Tier?.Model == model.Key)
            .Select(field => In(field.Form, $"分级字段“{field.Label.Chinese}”", $"tier field \"{field.Label.In(English)}\"") with { User = field, Kind = FieldUseKind.Stored })
            .Concat(workspace.Forms.Where(form => form.Layout.SelectMany(item => item.WithDescendants).Any(item => item.TierModels.Contains(model)))
                .Select(form => In(form, $"布局中的分级“{model.Label.Chinese}”", $"tiers \"{model.Label.In(English)}\" in the layout") with { Kind = FieldUseKind.Stored }));

    private IEnumerable<FieldUse> Roles(FieldModel field)
        => RolesWith(grant => grant.Fields.Any(entry => entry.Field == field) || ConditionsOf(grant).Any(formula => Reads(grant.Form, formula, field)));

    /// <summary>The fields that its conditions read, those on the way to others too.</summary>
    internal IEnumerable<FieldModel> ReadBy(GrantModel grant) => ConditionsOf(grant).SelectMany(formula => Steps(grant.Form, formula)).Select(step => step.Field);

    private static IEnumerable<CompiledFormula> ConditionsOf(GrantModel grant) => grant.Fields.Select(entry => entry.When).Append(grant.Condition).OfType<CompiledFormula>();

    private IEnumerable<FieldUse> RolesWith(Func<GrantModel, bool> isUse)
        => workspace.Apps.SelectMany(app => app.Roles).Where(role => role.Grants.Any(isUse))
            .Select(role => new FieldUse(new($"角色“{role.Label.Chinese}”", $"role \"{role.Label.In(English)}\"")));

    private IEnumerable<FieldUse> Flows(FieldModel field)
        => workspace.Flows.Where(flow => flow.Starts.Any(start => start.Fields.Contains(field))
                || flow.Formulas.Any(formula => Reads(flow.Form, formula, field))
                || LeavesOf(flow).Any(leaf => leaf.Fields.Any(read => read == field || read.Whole == field)))
            .Select(Of);

    private static IEnumerable<FlowBlock.Leaf> LeavesOf(FlowModel flow) => flow.Blocks.Values.OfType<FlowBlock.Leaf>();

    private static FieldUse Of(FlowModel flow) => new(new($"流程“{flow.Label.Chinese}”", $"flow \"{flow.Label.In(English)}\""));

    private static FieldUse Of(TierModel model) => new(new($"分级模型“{model.Label.Chinese}”", $"tier model \"{model.Label.In(English)}\""));

    private static IEnumerable<FieldPath> Paths(TierSource source)
        => new[] { source.Subject, source.Date, source.Order, source.Amount, source.Status, source.Deduction }.OfType<FieldPath>();

    /// <summary>Itself or on the way to another field.</summary>
    private bool Reads(FormModel form, CompiledFormula formula, FieldModel field) => Steps(form, formula).Any(step => IsOf(step.Field, field));

    /// <param name="elsewhere">What it is where the field is read from another record than the formula's own, or its lines.</param>
    private FieldUseKind KindOf(FormModel form, CompiledFormula formula, FieldModel field, FieldUseKind elsewhere)
        => Steps(form, formula).Any(step => step.IsElsewhere && IsOf(step.Field, field)) ? elsewhere : FieldUseKind.OwnRecord;

    private static bool IsOf(FieldModel read, FieldModel field) => read == field || read.Whole == field;

    /// <summary>The fields on the ways that a formula of the form goes; kept, since each field is looked for in all formulas.</summary>
    private IReadOnlyList<(FieldModel Field, bool IsElsewhere)> Steps(FormModel form, CompiledFormula formula)
    {
        if (!_steps.TryGetValue(formula, out var steps))
        {
            _steps[formula] = steps = [.. formula.Facts.Dependencies.SelectMany(path => Steps(form, path.Steps.Select(step => step.Key)))];
        }

        return steps;
    }

    private IEnumerable<(FieldModel Field, bool IsElsewhere)> Steps(FormModel? form, IEnumerable<string> keys)
    {
        var isElsewhere = false;
        foreach (var key in keys)
        {
            if (form?.Find(key) is { } field)
            {
                yield return (field, isElsewhere);
                (form, isElsewhere) = (field.Target ?? field.Lines, isElsewhere || LeadsAway(field));
            }
            else if (form is not null && RelatedRecords.Of(form, workspace).FirstOrDefault(related => related.Key == key) is { Reference: var reference })
            {
                yield return (reference, true);
                (form, isElsewhere) = (reference.Form, true);
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>A line and its record are one.</summary>
    private static bool LeadsAway(FieldModel step) => step.Target is not null && step != step.Form.ParentReference;

    private static FieldUse In(FormModel form, string chinese, string english)
        => new(new($"“{form.Label.Chinese}”的{chinese}", $"{english} of \"{form.Label.In(English)}\""), Form: form);
}

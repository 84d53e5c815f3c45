using System.Collections;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;
using FormPath = LowCodeErp.Runtime.Forms.FieldPath;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What the settings of a node name and reckon with, as the attributes of their members say.</summary>
internal sealed class FlowSettings(FlowDraft flow, LocalizedText label, string path)
{
    private readonly Dictionary<string, CompiledFormula> _formulas = new(StringComparer.Ordinal);
    private readonly HashSet<FieldModel> _fields = [];
    private readonly HashSet<FormModel> _forms = [];
    private readonly List<FlowMention> _mentions = [];
    private readonly List<string> _targets = [];

    /// <param name="path">Of the settings, in the definition.</param>
    public static FlowSettings Compile(FlowDraft flow, LocalizedText label, Type node, object settings, string path)
    {
        var compiled = new FlowSettings(flow, label, path);
        var members = SettingsWalk.Of(settings).ToList();
        foreach (var member in members.Where(member => member.IsMarked))
        {
            compiled.Compile(member, node);
        }

        foreach (var (rule, at) in SettingsWalk.RecordsIn<AssigneeRule>(members))
        {
            FlowAssignees.Check(flow, label, rule, compiled.At(at));
        }

        return compiled;
    }

    public IReadOnlyDictionary<string, CompiledFormula> Formulas => _formulas;

    /// <summary>The fields that are named or read by formulas, those on the way to them too.</summary>
    public IReadOnlySet<FieldModel> Fields => _fields;

    public IReadOnlySet<FormModel> Forms => _forms;

    public IReadOnlyList<FlowMention> Mentions => _mentions;

    /// <summary>Keys of the blocks that are named.</summary>
    public IReadOnlyList<string> Targets => _targets;

    private void Compile(SettingsWalk member, Type node)
    {
        CompileForms(member);
        CompileFields(member);
        CompileFormulas(member, node);
        CompileNames(member);
    }

    private LocalizedText OwnerOf(Type node, SettingsWalk member) => FlowWords.SettingOf(label, NameOf(node, member));

    /// <summary>As the screen calls it.</summary>
    private static LocalizedText NameOf(Type node, SettingsWalk member)
        => ExtensionTexts.Find(node, $"Setting.{member.Member.Property.Name}") ?? new(member.Member.Name);

    private void CompileForms(SettingsWalk member)
    {
        if (member.Find<FormKeyAttribute>() is null)
        {
            return;
        }

        foreach (var (key, at) in member.Texts)
        {
            if (flow.Reach.FindForm(flow.Package, key) is { } form)
            {
                _forms.Add(form);
            }
            else
            {
                flow.Report(FlowDefinitionDiagnostics.UnknownForm(At(at), key));
            }
        }
    }

    private void CompileFields(SettingsWalk member)
    {
        if (member.Find<FieldKeyAttribute>() is not { } attribute || FormOf(member, attribute.Of) is not { } form)
        {
            return;
        }

        var named = member.Value is IDictionary map
            ? map.Keys.Cast<string>().Select(key => (Text: key, Path: JsonPath.Member(member.Path, key)))
            : member.Texts;
        foreach (var (text, at) in named)
        {
            CompileField(form, text, attribute.Kinds, At(at));
            CheckIsSettable(member, form, text, At(at));
        }
    }

    /// <summary>What formulas are given for is written, and computed fields cannot be.</summary>
    private void CheckIsSettable(SettingsWalk member, FormModel form, string text, string at)
    {
        if (member.Find<FormulaAttribute>() is not null && form.Find(text) is { IsInternal: false, TakesInput: false } field)
        {
            flow.Report(FlowDefinitionDiagnostics.NotSettable(at, label, field.Label));
        }
    }

    private void CompileField(FormModel form, string text, IReadOnlyList<ValueKind> kinds, string at)
    {
        var found = FindFields(form, text);
        if (found.Count == 0)
        {
            flow.Report(CompilationDiagnostics.UnknownPath(at, form.Label, text));
        }
        else if (kinds.Count > 0 && !kinds.Contains(found[^1].ItemKind))
        {
            flow.Report(CompilationDiagnostics.WrongKind(at, text, kinds[0]));
        }
        else
        {
            _fields.UnionWith(found);
        }
    }

    /// <summary>A field of the form, a column of a sub-table, or what lies behind references, with those on the way; none for what there is not.</summary>
    private static IReadOnlyList<FieldModel> FindFields(FormModel form, string text)
    {
        var (key, column) = text.Split('.', 2) is [var table, var inner] ? (table, inner) : (text, null);
        var own = form.Find(key) is { IsInternal: false } found ? found : null;
        return (own, column) switch
        {
            (null, _) => [],
            (_, null) => [own],
            ({ Lines: { } lines }, _) => lines.Find(column) is { IsInternal: false } cell ? [own, cell] : [],
            _ => FormPath.Find(form, text)?.Fields ?? [],
        };
    }

    /// <summary>The form whose fields a member names: the one that another member of the same record names or, where that is left out, the form of the flow.</summary>
    private FormModel? FormOf(SettingsWalk member, string? of)
        => of is not null && member.Beside(of) is { } key ? flow.Reach.FindForm(flow.Package, key) : flow.Form;

    private void CompileFormulas(SettingsWalk member, Type node)
    {
        if (member.Find<ConditionAttribute>() is { } condition)
        {
            var form = FormOf(member, condition.Of);
            foreach (var (text, at) in form is null ? [] : member.Texts)
            {
                Add(at, form!, flow.CompileFilter(text, form!, OwnerOf(node, member), At(at)));
            }
        }
        else if (member.Find<FormulaAttribute>() is { } formula)
        {
            var target = member.Find<FieldKeyAttribute>() is { } field ? FormOf(member, field.Of) : null;
            var source = SourceOf(member, formula);
            foreach (var (text, at) in source is null ? [] : member.Texts)
            {
                Add(at, source!, flow.Compile(text, source!, TypeOf(formula, target, at[(member.Path.Length)..].Trim('.')), OwnerOf(node, member), At(at)));
            }
        }
    }

    /// <summary>What a formula is over: the record of the flow, or lines of it. Null where that is not known.</summary>
    private FormModel? SourceOf(SettingsWalk member, FormulaAttribute formula)
    {
        if (formula.Of is not { } of || member.Beside(of) is not { } table)
        {
            return flow.Form;
        }

        if (flow.Form?.Find(table) is { Lines: null } other)
        {
            flow.Report(FlowDefinitionDiagnostics.NoSubTable(At(member.Path), label, other.Label));
        }

        return flow.Form?.Find(table)?.Lines;
    }

    /// <summary>What a formula must give.</summary>
    /// <param name="target">The form whose fields the formulas of a map are for; null for any other formula.</param>
    private static FormulaType? TypeOf(FormulaAttribute formula, FormModel? target, string key)
        => target?.Find(key) is { } field ? TypeOf(field)
            : formula.Kinds is [var kind] ? FormulaType.Of(kind)
            : null;

    /// <summary>Null for what several types can become: the save pipeline reads it then.</summary>
    private static FormulaType? TypeOf(FieldModel field)
        => field.HoldsIds || field.IsList || !field.IsReadable ? null : FormulaType.Of(field.Kind);

    private void Add(string name, FormModel form, CompiledFormula? formula)
    {
        if (formula is not null)
        {
            _formulas.Add(name, formula);
            _fields.UnionWith(formula.Facts.Dependencies.SelectMany(path => FormulaReach.FieldsOf(form, path)));
        }
    }

    private void CompileNames(SettingsWalk member)
    {
        foreach (var (text, at) in member.Find<RoleKeyAttribute>() is null ? [] : member.Texts.Where(role => !flow.Reach.HasRole(flow.Package, role.Text)))
        {
            flow.Report(FlowDefinitionDiagnostics.UnknownRole(At(at), label, text));
        }

        foreach (var (text, at) in member.Find<BlockKeyAttribute>() is null ? [] : member.Texts)
        {
            _targets.Add(text);
            if (!flow.Definition.Blocks.ContainsKey(text))
            {
                flow.Report(FlowDefinitionDiagnostics.UnknownBlock(At(at), text));
            }
        }

        FlowMentionKind? kind = member.Find<MemberNameAttribute>() is not null ? FlowMentionKind.Member
            : member.Find<DepartmentNameAttribute>() is not null ? FlowMentionKind.Department : null;
        if (kind is { } mentioned)
        {
            _mentions.AddRange(member.Texts.Select(name => new FlowMention(mentioned, name.Text, label, At(name.Path))));
        }
    }

    private string At(string within) => within.StartsWith('[') ? path + within : $"{path}.{within}";
}

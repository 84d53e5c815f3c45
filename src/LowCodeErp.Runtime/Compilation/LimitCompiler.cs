using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Which options are offered, and which records a reference may lead to.</summary>
/// <param name="compileOption">Compiles the condition of options, of the last argument the place.</param>
internal sealed class LimitCompiler(
    CompiledForm form, ValidationCompiler validations, Func<FieldModel, string, string, FieldCondition?> compileOption, DiagnosticBag diagnostics)
{
    public OptionLimits? CompileOptions(FieldModel field, FieldDefinition definition)
    {
        if (definition.OptionsWhen.Count == 0)
        {
            return null;
        }

        if (field.Type.GetOptions(field.Settings) is not { } options)
        {
            diagnostics.Add(LogicDiagnostics.OptionsOfNothing(form.At(field, ".optionsWhen"), field.Label));
            return null;
        }

        var limits = definition.OptionsWhen.Index().Select(limit => Compile(field, limit.Item, options, $"optionsWhen[{limit.Index}]")).OfType<OptionLimit>().ToList();
        return field.OptionLimits = new(field, limits);
    }

    private OptionLimit? Compile(FieldModel field, OptionsWhenDefinition definition, IReadOnlyList<FieldOption> options, string member)
    {
        foreach (var (index, option) in definition.Options.Index().Where(entry => options.All(known => known.Key != entry.Item)))
        {
            diagnostics.Add(LogicDiagnostics.OptionUnknown(form.At(field, $".{member}.options[{index}]"), field.Label, option));
        }

        return compileOption(field, definition.When, member + ".when") is { } when ? new(when, definition.Options.ToHashSet(StringComparer.Ordinal)) : null;
    }

    /// <summary>Saving asks it like a validation that looks at other records.</summary>
    public RecordValidation? CompileReference(FieldModel field, FieldDefinition definition)
    {
        if (definition.LimitedTo is not { } text)
        {
            return null;
        }

        var path = form.At(field, ".limitedTo");
        if (field.Shape is not FieldShape.Reference)
        {
            diagnostics.Add(LogicDiagnostics.LimitOfNoReference(path, field.Label));
            return null;
        }

        var owner = LogicDiagnostics.LimitOf(form.Model.Label, field.Label);
        if (validations.Compile(text, owner, path) is not { } condition || !CheckReads(field, condition, path))
        {
            return null;
        }

        field.Limit = condition;
        return validations.Create(field, condition, LogicDiagnostics.ReferenceLimited(field.Label), Severity.Error, null) with { Code = LogicDiagnostics.ReferenceLimitedCode };
    }

    private bool CheckReads(FieldModel field, CompiledFormula condition, string path)
    {
        var (readsIt, unsuitable) = condition.LookAtCandidates(field.Ordinal);
        if (!readsIt)
        {
            diagnostics.Add(LogicDiagnostics.LimitOfNothing(path, field.Label, field.Key));
        }

        var owner = LogicDiagnostics.LimitOf(form.Model.Label, field.Label);
        diagnostics.AddRange(unsuitable.Select(span => LogicDiagnostics.In(owner, LogicDiagnostics.LimitUnsuitable(span), path)));
        return readsIt && unsuitable.Count == 0;
    }
}

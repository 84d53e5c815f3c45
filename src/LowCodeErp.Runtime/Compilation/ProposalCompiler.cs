using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using FieldPath = LowCodeErp.Runtime.Forms.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What stands in the fields of a form until somebody enters something else.</summary>
/// <param name="reach">Which fields of the record and, for lines, of their record people fill in.</param>
internal sealed class ProposalCompiler(CompiledForm form, EnteredFields reach, IFormulaSchema schema, DiagnosticBag diagnostics)
{
    /// <summary>Null when the definition says nothing, or when it is wrong.</summary>
    public FieldProposal? Compile(FieldModel field, FieldDefinition definition)
    {
        if ((definition.DefaultFormula ?? definition.FillFrom) is null || !CheckCompany(field, definition))
        {
            return null;
        }

        return field.Proposal = definition.DefaultFormula is { } formula ? CompileDefault(field, formula) : CompileFill(field, definition.FillFrom!);
    }

    private bool CheckCompany(FieldModel field, FieldDefinition definition)
    {
        var member = definition.DefaultFormula is null ? ".fillFrom" : ".defaultFormula";
        if (definition.Formula is not null || field.Numbering is not null || !field.IsStored || (field.IsList && definition.DefaultFormula is not null))
        {
            diagnostics.Add(LogicDiagnostics.ProposalNotEntered(form.At(field, member), field.Label));
            return false;
        }

        if (definition.DefaultFormula is not null && (definition.FillFrom is not null || definition.Default is not null))
        {
            diagnostics.Add(LogicDiagnostics.TwoProposals(form.At(field, member), field.Label));
            return false;
        }

        return true;
    }

    private FieldProposal.Computed? CompileDefault(FieldModel field, string text)
    {
        var compiled = FormulaCompiler.Compile(text, schema, new(ResultType: FormulaType.Of(field.Kind)));
        var owner = LogicDiagnostics.DefaultOf(form.Model.Label, field.Label);
        var found = compiled.Diagnostics.Concat(FindUnreadable(field, compiled)).ToList();
        diagnostics.AddRange(found.Select(mistake => LogicDiagnostics.In(owner, mistake, form.At(field, ".defaultFormula"))));
        return found.Exists(mistake => mistake.Severity == Severity.Error)
            ? null
            : new(field, compiled, [.. compiled.Facts.Dependencies.Select(path => reach.FindStored(path)!)]);
    }

    /// <summary>Ids of a form would pass for those of another, so that references are filled, not computed; members are members.</summary>
    private IEnumerable<FormulaDiagnostic> FindUnreadable(FieldModel field, CompiledFormula compiled)
        => compiled.Root.Walk().OfType<BoundNode.Field>()
            .Where(read => !(reach.FindStored(read.Path) is [.., var source] && (field.Kind != source.Kind || field.ItemShape is not FieldShape.Reference)))
            .Select(read => LogicDiagnostics.DefaultReads(read.Span, read.Path.Label.Chinese));

    private FieldProposal.Fill? CompileFill(FieldModel field, string text)
    {
        var at = form.At(field, ".fillFrom");
        if (FieldPath.Find(form.Model, text) is not { Fields.Count: > 1 } path)
        {
            diagnostics.Add(LogicDiagnostics.FillUnknown(at, field.Label, text));
        }
        else if (path.Fields.Any(step => step.IsLive || step.Numbering is not null && step == path.Fields[0]) || !reach.IsEntered(path.Fields[0]))
        {
            diagnostics.Add(LogicDiagnostics.FillNotStored(at, field.Label, text));
        }
        else if (!FieldProposal.Fill.Suits(field, path.Field))
        {
            diagnostics.Add(LogicDiagnostics.FillUnsuitable(at, field.Label, path.Field.Label));
        }
        else
        {
            return new(field, path);
        }

        return null;
    }
}

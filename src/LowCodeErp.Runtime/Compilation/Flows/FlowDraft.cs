using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>A flow while it is compiled: where its mistakes are told, and what its names mean.</summary>
/// <param name="Form">Null when it names none that it can have, which has been told: nothing that reads its records is compiled then.</param>
internal sealed record FlowDraft(AppPackage Package, Sourced<FlowDefinition> Source, FormModel? Form, FlowReach Reach, DiagnosticBag Diagnostics)
{
    public FlowDefinition Definition => Source.Definition;

    /// <param name="diagnostic">With a path within the definition.</param>
    public void Report(Diagnostic diagnostic) => Diagnostics.Add(Source.Locate(diagnostic));

    /// <summary>A formula over the flow's record; null when it cannot run.</summary>
    /// <param name="type">What it must give; null for anything.</param>
    /// <param name="owner">What has it, in words that begin the sentence about a mistake.</param>
    public CompiledFormula? Compile(string text, FormulaType? type, LocalizedText owner, string path)
        => Form is null ? null : Compile(text, Form, type, owner, path);

    /// <summary>A formula over lines of the flow's record; null when it cannot run.</summary>
    public CompiledFormula? Compile(string text, FormModel form, FormulaType? type, LocalizedText owner, string path)
        => Report(FormulaReach.Compile(text, form, Reach.Schemas, type), owner, path);

    /// <summary>A condition on the records of a form, among which the database searches; null when it cannot run.</summary>
    public CompiledFormula? CompileFilter(string text, FormModel form, LocalizedText owner, string path)
        => Report(FormulaCompiler.Compile(text, Reach.Schemas.Of(form), new(FormulaContext.Set, ResultType: FormulaType.Boolean)), owner, path);

    private CompiledFormula? Report(CompiledFormula compiled, LocalizedText owner, string path)
    {
        if (compiled.Diagnostics.Count > 0)
        {
            var place = Source.At(path);
            Diagnostics.AddRange(compiled.Diagnostics.Select(mistake => FlowDefinitionDiagnostics.InFormula(owner, mistake, place)));
        }

        return compiled.HasErrors ? null : compiled;
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Views;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The views that forms offer to everybody, once every form has its fields and formulas.</summary>
internal sealed class SharedViews(IReadOnlyDictionary<string, CompiledForm> forms, long version, DiagnosticBag diagnostics)
{
    private readonly FormSchemas _schemas = FormSchemas.Of(version, [.. forms.Values.Select(form => form.Model)]);

    public void Compile()
    {
        // What a form lacks because of another mistake would only be reported a second time.
        foreach (var form in forms.Values.Where(form => form.Model.Parent is null && form.Definitions.All(definition => form.Model.Find(definition.Key) is not null)))
        {
            Compile(form);
        }
    }

    private void Compile(CompiledForm form)
    {
        var (compiler, keys, definition) = (new ViewCompiler(form.Model, _schemas, diagnostics), new HashSet<string>(StringComparer.Ordinal), form.Source.Definition);
        var views = new List<ViewModel>();
        foreach (var (index, view) in definition.Views.Index())
        {
            string At(string member) => form.Source.At($"views[{index}].{member}");
            if (!Key.IsValid(view.Key))
            {
                diagnostics.Add(ViewDiagnostics.InvalidKey(At("key"), view.Label, view.Key));
            }
            else if (!keys.Add(view.Key))
            {
                diagnostics.Add(ViewDiagnostics.DuplicateKey(At("key"), view.Label, view.Key));
            }

            views.Add(compiler.Compile(view, At));
        }

        if (definition.List?.View is { } first && !keys.Contains(first))
        {
            diagnostics.Add(ViewDiagnostics.UnknownDefault(form.Source.At("list.view"), form.Model.Label, first));
        }

        form.Model.CompleteViews(views, definition.List?.View);
    }
}

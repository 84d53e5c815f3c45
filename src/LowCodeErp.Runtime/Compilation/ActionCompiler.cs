using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What the buttons of a form open and read exists, and nothing is said of them that only a value can have.</summary>
internal sealed class ActionCompiler(CompiledForm form, IReadOnlyDictionary<string, CompiledForm> forms, DiagnosticBag diagnostics)
{
    public void Check()
    {
        foreach (var field in form.Model.Actions)
        {
            CheckCompany(field, form.Definitions[form.IndexOf(field)]);
            switch (((FieldShape.Action)field.Shape).Does)
            {
                case FieldAction.OpenLink link:
                    CheckLink(field, link);
                    break;
                case FieldAction.NewRecord created:
                    CheckNewRecord(field, created);
                    break;
            }
        }
    }

    private void CheckCompany(FieldModel field, FieldDefinition definition)
    {
        if (form.Model.Parent is not null)
        {
            diagnostics.Add(CompilationDiagnostics.ActionInLines(form.At(field), field.Label));
        }

        if (definition.Required || definition.Unique || definition.Default is not null || definition.RequiredWhen is not null || definition.ReadOnlyWhen is not null
            || definition.Validations.Count > 0)
        {
            diagnostics.Add(CompilationDiagnostics.ActionHoldsNothing(form.At(field), field.Label));
        }
    }

    private void CheckLink(FieldModel field, FieldAction.OpenLink link)
    {
        foreach (var key in link.Fields.Where(key => key != FieldAction.OwnId && FindSource(key) is null))
        {
            diagnostics.Add(CompilationDiagnostics.ActionUnknownField(form.At(field, ".settings.link"), form.Model.Label, key));
        }
    }

    private void CheckNewRecord(FieldModel field, FieldAction.NewRecord created)
    {
        var path = form.At(field, ".settings.form");
        if (!forms.TryGetValue(created.Form, out var target) || target.Model.Parent is not null)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownForm(path, created.Form));
            return;
        }

        foreach (var (into, from) in created.Fill)
        {
            CheckFill(target.Model, into, from, path);
        }
    }

    private void CheckFill(FormModel target, string into, string from, string path)
    {
        if (target.Find(into) is not { IsStored: true, IsComputed: false, IsList: false } filled)
        {
            diagnostics.Add(CompilationDiagnostics.ActionUnknownField(path, target.Label, into));
        }
        else if (from == FieldAction.OwnId)
        {
            if (filled.Target != form.Model)
            {
                diagnostics.Add(CompilationDiagnostics.ActionUnsuitable(path, filled.Label, form.Model.Label));
            }
        }
        else if (FindSource(from) is not { } source)
        {
            diagnostics.Add(CompilationDiagnostics.ActionUnknownField(path, form.Model.Label, from));
        }
        else if (source.Kind != filled.Kind || source.Target != filled.Target || source.ItemShape.GetType() != filled.ItemShape.GetType())
        {
            diagnostics.Add(CompilationDiagnostics.ActionUnsuitable(path, filled.Label, source.Label));
        }
    }

    private FieldModel? FindSource(string key) => form.Model.Find(key) is { IsReadable: true, IsList: false } source ? source : null;
}

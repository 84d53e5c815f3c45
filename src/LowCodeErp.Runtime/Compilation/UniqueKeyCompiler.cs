using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The columns for what no two records of a form may have in common.</summary>
internal sealed class UniqueKeyCompiler(CompiledForm form, IReadOnlyList<FieldModel> fields, DiagnosticBag diagnostics)
{
    private const string Prefix = "unique-";

    private readonly HashSet<string> _keys = [.. form.Definitions.Select(definition => definition.Key)];

    /// <summary>To follow the fields of the form.</summary>
    public IEnumerable<FieldModel> Compile()
    {
        var ordinal = fields.Count;
        foreach (var (index, definition) in form.Source.Definition.Unique.Index())
        {
            var path = $"unique[{index}]";
            var compared = definition.Fields.Select((key, place) => Find(key, $"{path}.fields[{place}]")).OfType<FieldModel>().Distinct().ToList();
            if (CheckKey(definition.Key, path + ".key") & CheckCount(definition, compared, path))
            {
                yield return Create(definition, compared, ordinal++);
            }
        }
    }

    private FieldModel Create(UniqueDefinition definition, IReadOnlyList<FieldModel> compared, int ordinal)
    {
        var settings = new UniqueKeyType.NoSettings();
        var field = new FieldModel
        {
            Form = form.Model, Ordinal = ordinal, Key = Prefix + definition.Key, Label = LogicDiagnostics.LabelOf(compared), IsUnique = true,
            Type = UniqueKeyType.Instance, Settings = settings, Shape = UniqueKeyType.Instance.GetShape(settings),
        };
        field.UniqueKey = new(definition.Key, field, compared, definition.Message);
        return field;
    }

    private FieldModel? Find(string key, string path)
    {
        var field = fields.FirstOrDefault(candidate => candidate.Key == key);
        var definition = form.Definitions.FirstOrDefault(candidate => candidate.Key == key);
        if (field is null && definition is null)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.Source.At(path), form.Model.Label, key));
        }
        else if (definition?.Formula is not null)
        {
            diagnostics.Add(LogicDiagnostics.UniqueComputed(form.Source.At(path), definition.Label));
        }
        else if (field is not null && (!field.IsStored || field.IsList))
        {
            diagnostics.Add(CompilationDiagnostics.UniqueList(form.Source.At(path), field.Label));
        }
        else
        {
            return field;
        }

        return null;
    }

    private bool CheckKey(string key, string path)
    {
        if (!Key.IsValid(Prefix + key))
        {
            diagnostics.Add(CompilationDiagnostics.InvalidKey(form.Source.At(path), key));
            return false;
        }

        if (_keys.Add(Prefix + key))
        {
            return true;
        }

        diagnostics.Add(CompilationDiagnostics.DuplicateField(form.Source.At(path), Prefix + key));
        return false;
    }

    /// <summary>What is wrong with one of them has been told.</summary>
    private bool CheckCount(UniqueDefinition definition, List<FieldModel> compared, string path)
    {
        if (definition.Fields.Count == 0)
        {
            diagnostics.Add(LogicDiagnostics.UniqueOfNothing(form.Source.At(path + ".fields")));
        }

        return compared.Count > 0 && compared.Count == definition.Fields.Distinct().Count();
    }
}

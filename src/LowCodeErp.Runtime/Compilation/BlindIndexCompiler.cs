using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The columns by which sensitive fields are found.</summary>
internal sealed class BlindIndexCompiler(CompiledForm form, IReadOnlyList<FieldModel> fields, DiagnosticBag diagnostics)
{
    private const string Suffix = "-blind";

    /// <summary>To follow the fields of the form.</summary>
    public IEnumerable<FieldModel> Compile()
    {
        var ordinal = fields.Count;
        foreach (var field in fields.Where(field => field is { IsSensitive: true, Shape: FieldShape.Column }))
        {
            if (CheckKey(field))
            {
                yield return field.BlindIndex = Create(field, ordinal++);
            }
        }
    }

    private static FieldModel Create(FieldModel field, int ordinal)
    {
        var settings = new UniqueKeyType.NoSettings();
        return new()
        {
            Form = field.Form, Ordinal = ordinal, Key = field.Key + Suffix, Label = field.Label, IndexedField = field,
            Type = UniqueKeyType.Instance, Settings = settings, Shape = UniqueKeyType.Instance.GetShape(settings),
        };
    }

    private bool CheckKey(FieldModel field)
    {
        var key = field.Key + Suffix;
        if (!Key.IsValid(key))
        {
            diagnostics.Add(SensitiveDiagnostics.KeyTooLong(form.At(field, ".key"), field.Label, Key.MaximumLength - Suffix.Length));
            return false;
        }

        if (fields.Any(other => other.Key == key))
        {
            diagnostics.Add(CompilationDiagnostics.DuplicateField(form.At(field, ".key"), key));
            return false;
        }

        return true;
    }
}

using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Formulas;

/// <summary>The fields that tests of a condition may be about.</summary>
internal static class SubjectFields
{
    /// <summary>Those of a form that formulas can read.</summary>
    public static IEnumerable<FieldModel> Of(FormModel form)
        => form.Fields.Where(field => field is { Parts.Count: 0, IsInternal: false, IsSensitive: false } && field.Shape is not FieldShape.Action);

    /// <summary>The fields on a path of keys; null when there is no such path.</summary>
    public static IReadOnlyList<FieldModel>? Walk(FormModel form, string path)
    {
        var (fields, owner) = (new List<FieldModel>(), (FormModel?)form);
        foreach (var key in path.Split('.'))
        {
            if (owner is null || Of(owner).FirstOrDefault(field => field.Key == key) is not { } field)
            {
                return null;
            }

            fields.Add(field);
            owner = field.Lines ?? (field.IsList ? null : field.Target);
        }

        return fields;
    }

    public static FieldModel? Find(FormModel form, string path) => path.Length == 0 ? null : Walk(form, path)?[^1];

    /// <summary>A moment is asked for its day, as people do.</summary>
    public static Subject SubjectOf(FormModel form, string path)
        => Find(form, path) is { Kind: ValueKind.DateTime } ? new Subject.Day(path) : new Subject.Value(path);

    public static LocalizedText NameOf(FormModel form, string path)
        => Walk(form, path) is { } fields
            ? new(string.Join('.', fields.Select(field => field.Label.Chinese)), string.Join('.', fields.Select(field => field.Label.English ?? field.Label.Chinese)))
            : new(path);

    /// <summary>What people call the value of an option; null for any other value.</summary>
    public static LocalizedText? NameOfOption(FormModel form, string path, string value)
        => Find(form, path) is { } field ? field.Type.GetOptions(field.Settings)?.FirstOrDefault(option => option.Key == value)?.Label : null;

    /// <summary>Whether the builder finds every field of the condition.</summary>
    public static bool Knows(FormModel form, BuiltCondition condition) => condition switch
    {
        BuiltCondition.Group group => group.Items.All(item => Knows(form, item)),
        BuiltCondition.Test test => Knows(form, test.Subject) && test.Operands.OfType<Operand.Field>().All(operand => Find(form, operand.Path) is not null),
        _ => false,
    };

    private static bool Knows(FormModel form, Subject subject) => Walk(form, subject.Path) is { } fields && (subject switch
    {
        Subject.Aggregate { Function: Subject.Aggregate.Count } => fields is [{ Lines: not null }],
        Subject.Aggregate => fields is [{ Lines: not null }, { Kind: ValueKind.Number }],
        _ => fields.All(field => field.Lines is null),
    });
}

using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Unit.Tests.Fields;

/// <summary>Puts a form together: <c>new TestForm("order").With("quantity", new NumberField()).Build()</c>.</summary>
internal sealed class TestForm(string key)
{
    private readonly List<Func<FormModel, int, FieldModel>> _fields = [];

    public TestForm With(string fieldKey, IFieldType type, object? settings = null, Value defaultValue = default, bool isRequired = false, FormModel? target = null, LocalizedText? help = null)
    {
        _fields.Add((form, ordinal) =>
        {
            var field = Field(form, ordinal, fieldKey, type, settings, defaultValue, isRequired, help);
            field.Target = target;
            return field;
        });
        return this;
    }

    public TestForm WithLines(string fieldKey, IFieldType type, TestForm lines, object? settings = null)
    {
        _fields.Add((form, ordinal) =>
        {
            var field = Field(form, ordinal, fieldKey, type, settings, default, false, null);
            field.Lines = lines.BuildLines(form, field);
            return field;
        });
        return this;
    }

    public FormModel Build() => Build(null, []);

    public static RecordRow Row(FormModel form, long id, object?[] values, string?[]? titles = null) => new()
    {
        Form = form,
        Id = id,
        Version = 3,
        UpdatedAt = new(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc),
        Values = values,
        Titles = titles ?? new string?[values.Length],
    };

    private FormModel BuildLines(FormModel parent, FieldModel field)
        => Build(field, [(form, ordinal) => Field(form, ordinal, parent.Key, new ReferenceField(), new ReferenceSettings { Form = parent.Key }, default, false, null)]);

    private FormModel Build(FieldModel? parent, IEnumerable<Func<FormModel, int, FieldModel>> first)
    {
        var form = new FormModel { Key = parent is null ? key : $"{parent.Form.Key}-{parent.Key}", App = "test", Label = new(key), Parent = parent };
        form.Complete([.. first.Concat(_fields).Select((make, ordinal) => make(form, ordinal))], null, null);
        return form;
    }

    private static FieldModel Field(FormModel form, int ordinal, string fieldKey, IFieldType type, object? settings, Value defaultValue, bool isRequired, LocalizedText? help)
    {
        settings ??= Activator.CreateInstance(type.SettingsType)!;
        return new()
        {
            Form = form,
            Ordinal = ordinal,
            Key = fieldKey,
            Label = new($"{fieldKey}（中）", fieldKey),
            Help = help,
            Type = type,
            Settings = settings,
            Shape = type.GetShape(settings),
            IsRequired = isRequired,
            Default = defaultValue,
        };
    }
}

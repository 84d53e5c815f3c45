using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>One property of a record that JSON may set.</summary>
internal sealed class RecordMember(PropertyInfo property, object defaults)
{
    public PropertyInfo Property => property;

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>What a fresh instance holds; of a required member it was never meant.</summary>
    public object? Default { get; } = property.GetValue(defaults);

    public JsonShape Shape { get; } = JsonShape.Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    public object? Get(object record) => property.GetValue(record);

    public void Set(object record, object? value) => property.SetValue(record, value);

    /// <summary>A required member has no default, so it is always written.</summary>
    public bool IsDefault(object? value)
        => !IsRequired && (value is null || Default is null ? value == Default : Shape.AreSame(value, Default));
}

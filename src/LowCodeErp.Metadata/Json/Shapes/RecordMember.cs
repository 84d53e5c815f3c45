using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>One property of a record that JSON may set.</summary>
internal sealed class RecordMember(PropertyInfo property, object defaults)
{
    private readonly object? _default = property.GetValue(defaults);

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    public JsonShape Shape { get; } = JsonShape.Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    public object? Get(object record) => property.GetValue(record);

    public void Set(object record, object? value) => property.SetValue(record, value);

    /// <summary>A required member has no default; what a fresh instance holds there was never meant.</summary>
    public bool IsDefault(object? value)
        => !IsRequired && (value is null || _default is null ? value == _default : Shape.AreSame(value, _default));
}

using LowCodeErp.Core.Values;

namespace LowCodeErp.Specifications.Fields;

/// <summary>A value that a field type can hold under some settings, as the contract cases try it.</summary>
/// <param name="IsReadFromText">Whether the formatted text reads back; false for references, which are named by their titles.</param>
public sealed record FieldSample(object Settings, Value Value, bool IsReadFromText = true);

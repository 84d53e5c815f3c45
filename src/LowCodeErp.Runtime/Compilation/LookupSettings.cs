using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The settings of a field of type <c>lookup</c>.</summary>
public sealed record LookupSettings
{
    /// <summary>Key of a reference of the same form; in lines also that of the form they belong to.</summary>
    [FieldKey(ValueKind.Reference)]
    public required string Reference { get; init; }

    /// <summary>Key of the field of the record that is referred to.</summary>
    [FieldKey(Of = nameof(Reference))]
    public required string Field { get; init; }
}

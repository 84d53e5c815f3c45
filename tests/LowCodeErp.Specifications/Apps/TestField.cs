using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Specifications.Apps;

/// <summary>Takes input of its own kind as it is; numbers are rounded to their scale.</summary>
internal sealed class TestField(string key, ValueKind kind, Func<TestFieldSettings, FieldShape> getShape) : FieldType<TestFieldSettings>
{
    public override string Key => key;

    public override ValueKind ValueKind => kind;

    public override FieldComponents Components { get; } = new(typeof(object), typeof(object));

    public override FieldShape GetShape(TestFieldSettings settings) => getShape(settings);

    public override Value Read(InputValue input, TestFieldSettings settings, string path, DiagnosticBag diagnostics)
        => new(kind, kind == ValueKind.Date && input.Content is DateTime date ? DateOnly.FromDateTime(date)
            : kind == ValueKind.Reference && input.Content is decimal id ? (long)id
            : kind == ValueKind.Number && input.Content is decimal number && settings.Scale is { } scale ? Math.Round(number, scale, MidpointRounding.AwayFromZero)
            : input.Content);

    public override string Format(Value value, TestFieldSettings settings, CultureInfo culture) => Convert.ToString(value.Content, culture) ?? "";
}

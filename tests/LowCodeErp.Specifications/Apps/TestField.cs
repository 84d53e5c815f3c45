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
        => kind == ValueKind.Number && input.Content is decimal number ? ReadNumber(number, settings, path, diagnostics)
        : new(kind, kind == ValueKind.Date && input.Content is DateTime date ? DateOnly.FromDateTime(date)
            : kind == ValueKind.Reference && input.Content is decimal id ? (long)id
            : input.Content);

    private static Value ReadNumber(decimal number, TestFieldSettings settings, string path, DiagnosticBag diagnostics)
    {
        var rounded = settings.Scale is { } scale ? Math.Round(number, scale, MidpointRounding.AwayFromZero) : number;
        if (settings.Precision is { } precision && Math.Abs(rounded) >= (decimal)Math.Pow(10, precision - (settings.Scale ?? 0)))
        {
            diagnostics.Error("test.number.too-large", path, new("数字太大。", "The number is too large."));
            return Value.Blank(ValueKind.Number);
        }

        return Value.Of(rounded);
    }

    public override string Mask(Value value, TestFieldSettings settings) => value.Content is string text ? FieldMask.First(text) : FieldMask.Whole;

    public override string Format(Value value, TestFieldSettings settings, CultureInfo culture) => Convert.ToString(value.Content, culture) ?? "";
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields.Signature;

/// <summary>A name as somebody signed it, kept as a picture.</summary>
public sealed class SignatureField : FieldType<SignatureSettings>, IFileFieldType
{
    private const int One = 1;

    public override string Key => "signature";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(SignatureEditor), typeof(SignatureCell));

    public override FieldShape GetShape(SignatureSettings settings) => new FieldShape.List(new FieldShape.File());

    public FileRule GetRule(object settings) => new() { MaximumBytes = FileSize.Megabyte, OnlyImages = true, MaximumPixels = 4_000_000 };

    public override Value Read(InputValue input, SignatureSettings settings, string path, DiagnosticBag diagnostics) => FileIds.Read(input, path, diagnostics);

    public override void Check(Value value, SignatureSettings settings, string path, DiagnosticBag diagnostics) => ListLimit.Check(value, One, path, diagnostics);

    public override string Format(Value value, SignatureSettings settings, CultureInfo culture) => RecordId.Format(value);
}

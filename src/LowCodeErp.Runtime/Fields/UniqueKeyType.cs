using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Fields;

/// <summary>The column that keeps what a form compares its records by. It is of no extension, since no author writes it and no page shows it.</summary>
internal sealed class UniqueKeyType : FieldType<UniqueKeyType.NoSettings>
{
    /// <summary>That of a SHA-256 in hexadecimal digits.</summary>
    private const int Length = 64;

    public static UniqueKeyType Instance { get; } = new();

    public override string Key => "unique-key";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components => throw new InvalidOperationException("No page shows a key.");

    public override FieldShape GetShape(NoSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length));

    public override Value Read(InputValue input, NoSettings settings, string path, DiagnosticBag diagnostics) => Value.Of(input.Content as string);

    public override string Format(Value value, NoSettings settings, CultureInfo culture) => value.AsText() ?? "";

    internal sealed record NoSettings;
}

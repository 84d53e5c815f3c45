using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.RichText;

/// <summary>
/// Text with bold, headings, lists and links, stored as the little HTML that <see cref="RichMarkup"/> writes. Lists, messages
/// and files show the plain text.
/// </summary>
public sealed class RichTextField : FieldType<RichTextSettings>
{
    private const int LongestText = 20_000;

    public override string Key => "rich-text";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(RichTextEditor), typeof(RichTextCell));

    /// <summary>Unlimited: how much markup a text needs says nothing to people, so the plain text is measured.</summary>
    public override FieldShape GetShape(RichTextSettings settings) => new FieldShape.Column(new(StorageKind.Text));

    public override void CheckSettings(RichTextSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MaximumLength is < 1 or > LongestText)
        {
            diagnostics.Add(FieldDiagnostics.MaximumLengthOutOfRange($"{path}.maximumLength", LongestText));
        }
    }

    public override Value Read(InputValue input, RichTextSettings settings, string path, DiagnosticBag diagnostics)
        => Value.Of(RichMarkup.Clean(PlainText.Read(input, isMultiline: true)));

    public override void Check(Value value, RichTextSettings settings, string path, DiagnosticBag diagnostics)
    {
        var length = RichMarkup.ToPlainText(value.AsText()!).Length;
        if (length > settings.MaximumLength)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, length, settings.MaximumLength));
        }
    }

    public override string Format(Value value, RichTextSettings settings, CultureInfo culture)
        => value.AsText() is { } markup ? RichMarkup.ToPlainText(markup) : "";

    /// <summary>Plain where nothing is lost by it.</summary>
    public override InputValue Export(Value value, RichTextSettings settings, CultureInfo culture)
    {
        var plain = Format(value, settings, culture);
        return InputValue.Of(RichMarkup.Clean(plain) == value.AsText() ? plain : value.AsText());
    }
}

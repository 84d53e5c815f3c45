using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields.Image;

/// <summary>Pictures that browsers show. Drawings that could carry scripts (SVG) are none.</summary>
public sealed class ImageField : FieldType<ImageSettings>, IFileFieldType
{
    private const long Million = 1_000_000;

    public override string Key => "image";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(ImageEditor), typeof(ImageCell));

    public override FieldShape GetShape(ImageSettings settings) => new FieldShape.List(new FieldShape.File());

    public FileRule GetRule(object settings)
    {
        var image = (ImageSettings)settings;
        return new() { MaximumBytes = image.MaximumMegabytes * FileSize.Megabyte, OnlyImages = true, MaximumPixels = image.MaximumMegapixels * Million };
    }

    public override void CheckSettings(ImageSettings settings, string path, DiagnosticBag diagnostics)
    {
        ListLimit.CheckSetting(settings.Maximum, path, diagnostics);
        FileIds.CheckSize(settings.MaximumMegabytes, path, diagnostics);
        if (settings.MaximumMegapixels is < 1 or > FileRule.MostMegapixels)
        {
            diagnostics.Add(FieldDiagnostics.MegapixelsOutOfRange($"{path}.maximumMegapixels", FileRule.MostMegapixels));
        }
    }

    public override Value Read(InputValue input, ImageSettings settings, string path, DiagnosticBag diagnostics) => FileIds.Read(input, path, diagnostics);

    public override void Check(Value value, ImageSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    public override string Format(Value value, ImageSettings settings, CultureInfo culture) => RecordId.Format(value);
}

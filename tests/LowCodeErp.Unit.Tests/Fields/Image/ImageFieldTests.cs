using LowCodeErp.BuiltIns.Fields.Image;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Image;

public sealed class ImageFieldTests : FieldTypeSpecification<ImageField>
{
    protected override string ExpectedKey => "image";

    protected override IReadOnlyList<FieldSample> Samples => [new(new ImageSettings { Maximum = 3, MaximumMegapixels = 10 }, Value.OfIds([7, 3]), IsReadFromText: false)];

    [Fact]
    public void Read_Text_BringsNoFileAndSaysSoOnce() => Assert.Equal(["file.from-text"], Read("报价.pdf、合同.pdf").Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetShape_Always_IsAListOfFiles() => Assert.Equal(new FieldShape.List(new FieldShape.File()), Type.GetShape(new ImageSettings()));

    [Fact]
    public void Settings_OutOfRange_AreReported()
        => Assert.Equal(["field.image.pixels-setting"], CheckSettings(new ImageSettings { MaximumMegapixels = 0 }).Select(item => item.Code));

    [Fact]
    public void GetRule_Always_TakesOnlyImages()
    {
        var rule = ((IFileFieldType)Type).GetRule(new ImageSettings { MaximumMegapixels = 2 });

        Assert.Equal((true, 2_000_000), (rule.OnlyImages, rule.MaximumPixels));
    }
}

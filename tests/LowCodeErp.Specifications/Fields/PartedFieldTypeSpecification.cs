using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Xunit;

namespace LowCodeErp.Specifications.Fields;

/// <summary>What a field type whose value is several fields promises besides; the samples are texts for all parts.</summary>
public abstract class PartedFieldTypeSpecification<TField> : FieldTypeSpecification<TField> where TField : class, IPartedFieldType, new()
{
    /// <summary>A field of the type in a form, compiled with every type that its parts may be of.</summary>
    protected abstract FieldModel Compile(object settings);

    /// <summary>Settings with texts that the type writes itself.</summary>
    protected abstract IReadOnlyList<(object Settings, string Text)> Texts { get; }

    protected sealed override IReadOnlyList<FieldSample> Samples => [];

    [Fact]
    public void Parts_OfEverySetting_AreColumnsWithKeysBehindTheFields()
    {
        foreach (var whole in Texts.Select(text => Compile(text.Settings)))
        {
            Assert.NotEmpty(whole.Parts);
            Assert.All(whole.Parts, part => Assert.StartsWith(whole.Key + "-", part.Key, StringComparison.Ordinal));
            Assert.All(whole.Parts, part => Assert.IsType<FieldShape.Column>(part.Shape));
            Assert.All(whole.Parts, part => Assert.Same(whole, part.Whole));
        }
    }

    [Fact]
    public void TakeApart_FormattedText_IsTheSameAgain()
    {
        foreach (var (settings, text) in Texts)
        {
            var (values, diagnostics) = ReadParts(InputValue.Of(text), settings);
            Assert.Empty(diagnostics);
            Assert.Equal(text, FormatParts(values, settings));
        }
    }

    [Fact]
    public void TakeApart_Blank_LeavesThePartsAsGiven()
    {
        foreach (var (settings, _) in Texts)
        {
            var (values, diagnostics) = ReadParts(InputValue.Of(" \u3000"), settings);
            Assert.Empty(diagnostics);
            Assert.All(values, value => Assert.True(value.IsBlank));
            Assert.Equal("", FormatParts(values, settings));
        }
    }

    /// <summary>Reads and checks as the save pipeline does.</summary>
    protected (IReadOnlyList<Value> Values, IReadOnlyList<Diagnostic> Diagnostics) ReadParts(InputValue whole, object settings, params InputValue[] parts)
    {
        var (field, diagnostics) = (Compile(settings), new DiagnosticBag());
        IReadOnlyList<InputValue> given = parts.Length > 0 ? parts : [.. field.Parts.Select(_ => InputValue.Blank)];
        var inputs = field.PartedType.TakeApart(whole, given, settings, field.Key, diagnostics);
        var values = field.Parts.Zip(inputs, (part, input) => part.Type.Read(input, part.Settings, part.Key, diagnostics)).ToList();
        field.PartedType.CheckParts(values, settings, field.Key, diagnostics);
        return (values, diagnostics.Items);
    }

    protected string FormatParts(IReadOnlyList<Value> values, object settings)
        => ((IPartedFieldType)Type).FormatParts(values, settings, CultureInfo.GetCultureInfo("zh-CN"));
}

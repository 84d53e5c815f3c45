using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Settings;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Extending.Settings;
using Xunit;

namespace LowCodeErp.Specifications.Fields;

/// <summary>What every field type promises to the engine. The test class of a type derives from this and adds its own cases.</summary>
public abstract class FieldTypeSpecification<TField> where TField : class, IFieldType, new()
{
    private const string Path = "some-field";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    protected IFieldType Type { get; } = new TField();

    /// <summary>The key that metadata in the field already uses; it must never change.</summary>
    protected abstract string ExpectedKey { get; }

    protected abstract IReadOnlyList<FieldSample> Samples { get; }

    /// <summary>What may be seen of a sample by whoever sees the field masked; only what identifies nothing may be revealed.</summary>
    protected virtual string ExpectedMask(FieldSample sample) => FieldMask.Whole;

    private object Defaults => Activator.CreateInstance(Type.SettingsType)!;

    private static IEnumerable<InputValue> EveryKindOfInput =>
    [
        InputValue.Blank, InputValue.Of(" \u3000\t "), InputValue.Of("abc"), InputValue.Of("一二三"), InputValue.Of("\ud800"), InputValue.Of("\0"),
        InputValue.Of(new string('9', 100)), InputValue.Of(new string('x', 100_000)), InputValue.Of("{[(%¥"), InputValue.Of(decimal.MaxValue), InputValue.Of(decimal.MinValue),
        InputValue.Of(0m), InputValue.Of(-1.5m), InputValue.Of(true), InputValue.Of(false), InputValue.Of(DateTime.MinValue), InputValue.Of(DateTime.MaxValue),
        InputValue.Of([InputValue.Of("abc"), InputValue.Of(7m), InputValue.Of(true)]), InputValue.Of([InputValue.Of([InputValue.Of("deep")])]), InputValue.Of("a、b，c;d\ne"),
    ];

    [Fact]
    public void Key_OfTheType_IsThePermanentOne()
    {
        Assert.Equal(ExpectedKey, Type.Key);
        Assert.True(Key.IsValid(Type.Key));
    }

    [Fact]
    public void Settings_WrittenAndRead_StayTheSame()
    {
        foreach (var settings in Samples.Select(sample => sample.Settings).Append(Defaults))
        {
            var written = JsonSerializer.Serialize(settings, Type.SettingsType, Json);
            var read = JsonSerializer.Deserialize(written, Type.SettingsType, Json)!;
            Assert.Equal(written, JsonSerializer.Serialize(read, Type.SettingsType, Json));
        }
    }

    [Fact]
    public void Settings_WithAnUnknownMember_AreRefused()
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"noSuchMember": 1}""", Type.SettingsType, Json));

    [Fact]
    public void Settings_OfTheSamples_AreAllowed()
    {
        foreach (var sample in Samples)
        {
            var diagnostics = new DiagnosticBag();
            Type.CheckSettings(sample.Settings, "settings", diagnostics);
            Assert.Empty(diagnostics.Items);
        }
    }

    [Fact]
    public void Read_Blank_IsBlankOfTheTypesKindWithoutDiagnostics()
    {
        foreach (var input in new[] { InputValue.Blank, InputValue.Of("  "), InputValue.Of("\u3000") })
        {
            var reading = Read(input);
            Assert.Equal(Value.Blank(Type.ValueKind), reading.Value);
            Assert.Empty(reading.Diagnostics);
        }
    }

    [Fact]
    public void Read_AnyInput_NeverThrowsAndYieldsTheTypesKind()
    {
        foreach (var settings in Samples.Select(sample => sample.Settings).Append(Defaults))
        {
            foreach (var input in EveryKindOfInput)
            {
                var reading = Read(input, settings);
                AssertContentFitsKind(reading.Value);
                Assert.All(reading.Diagnostics, diagnostic => Assert.Equal(Path, diagnostic.Path));
                Assert.All(reading.Diagnostics, diagnostic => Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message.English), diagnostic.Code));
            }
        }
    }

    [Fact]
    public void Read_SampleValue_IsTheSampleAgain()
    {
        foreach (var sample in Samples)
        {
            var reading = Read(InputValue.Of(sample.Value), sample.Settings);
            Assert.Empty(reading.Diagnostics);
            Assert.Equal(sample.Value, reading.Value);
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Format_SampleValue_ReadsBack(string culture)
    {
        foreach (var sample in Samples)
        {
            var text = Type.Format(sample.Value, sample.Settings, CultureInfo.GetCultureInfo(culture));
            Assert.NotEmpty(text);
            if (sample.IsReadFromText)
            {
                Assert.Equal(sample.Value, Read(InputValue.Of(text), sample.Settings).Value);
            }
        }
    }

    [Fact]
    public void Export_SampleValue_ReadsBack()
    {
        foreach (var sample in Samples.Where(sample => sample.IsReadFromText))
        {
            var cell = Type.Export(sample.Value, sample.Settings, CultureInfo.GetCultureInfo("zh-CN"));
            Assert.Equal(sample.Value, Read(cell, sample.Settings).Value);
            Assert.Equal(sample.Value, Read(InputValue.Of(CsvTextOf(cell)), sample.Settings).Value);
        }
    }

    [Fact]
    public void Options_OfSamplesAndDefaults_AreReadByTheirKeys()
    {
        foreach (var settings in Samples.Select(sample => sample.Settings).Append(Defaults))
        {
            foreach (var option in Type.GetOptions(settings) ?? [])
            {
                Assert.False(Read(option.Key, settings).Value.IsBlank, option.Key);
            }
        }
    }

    /// <summary>Masked values of a type can be told apart by what its mask reveals, and by nothing else: neither by their length nor by what is in their middle.</summary>
    [Fact]
    public void Mask_SampleValue_RevealsNoMoreThanBothEnds()
    {
        foreach (var sample in Samples)
        {
            var mask = Type.Mask(sample.Value, sample.Settings);
            var text = Type.Format(sample.Value, sample.Settings, CultureInfo.GetCultureInfo("zh-CN"));
            var revealed = mask.Split('*', StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains("**", mask, StringComparison.Ordinal);
            Assert.True(mask.Count(character => character == '*') <= 4, mask);
            Assert.DoesNotContain(text, mask, StringComparison.Ordinal);
            Assert.All(revealed, part => Assert.Contains(part, text, StringComparison.Ordinal));
            Assert.True(ExpectedMask(sample) == mask, $"{text} is masked as {mask}");
        }
    }

    [Fact]
    public void Format_Blank_IsEmpty()
        => Assert.Equal("", Type.Format(Value.Blank(Type.ValueKind), Defaults, CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void Shape_OfSamplesAndDefaults_FitsTheKind()
    {
        foreach (var settings in Samples.Select(sample => sample.Settings).Append(Defaults))
        {
            AssertShape(Type.GetShape(settings));
        }
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("Description")]
    public void Texts_OfTheExtension_ExistInBothLanguages(string name) => ExtensionTextCases.AssertInBothLanguages(typeof(TField), name);

    [Fact]
    public void Texts_OfTheFolder_HaveTheSameNamesInBothLanguages() => ExtensionTextCases.AssertSameNames(typeof(TField));

    [Fact]
    public void Settings_OfTheType_AreEditedInAFormWithTexts() => SettingsFormCases.AssertComplete(Type);

    [Fact]
    public void Components_OfTheType_DeriveFromTheBases()
    {
        Assert.True(Type.Components.Editor.IsAssignableTo(typeof(FieldEditorBase<>).MakeGenericType(Type.SettingsType)));
        Assert.True(Type.Components.Cell.IsAssignableTo(typeof(FieldCellBase<>).MakeGenericType(Type.SettingsType)));
        Assert.True(Type.Components.SettingsEditor?.IsAssignableTo(typeof(SettingsEditorBase)) ?? true);
    }

    /// <summary>Reads and checks an input as the save pipeline does.</summary>
    protected FieldReading Read(InputValue input, object? settings = null)
    {
        var diagnostics = new DiagnosticBag();
        var value = Type.Read(input, settings ?? Defaults, Path, diagnostics);
        if (!value.IsBlank)
        {
            Type.Check(value, settings ?? Defaults, Path, diagnostics);
        }

        return new(value, diagnostics.Items);
    }

    protected FieldReading Read(string text, object? settings = null) => Read(InputValue.Of(text), settings);

    protected IReadOnlyList<Diagnostic> CheckSettings(object settings)
    {
        var diagnostics = new DiagnosticBag();
        Type.CheckSettings(settings, "settings", diagnostics);
        return diagnostics.Items;
    }

    private static string CsvTextOf(InputValue cell)
        => cell.Content is DateTime time ? time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : Convert.ToString(cell.Content, CultureInfo.InvariantCulture)!;

    private bool IsListOfIds => Type.GetShape(Defaults) is FieldShape.List { Item: not FieldShape.Column };

    private void AssertContentFitsKind(Value value)
    {
        Assert.Equal(Type.ValueKind, value.Kind);
        var expected = value.Kind switch
        {
            ValueKind.Text => typeof(string),
            ValueKind.Number or ValueKind.Time => typeof(decimal),
            ValueKind.Boolean => typeof(bool),
            ValueKind.Date => typeof(DateOnly),
            ValueKind.DateTime => typeof(DateTime),
            ValueKind.Reference => typeof(long),
            _ => null,
        };
        if (value is { Kind: ValueKind.List, IsBlank: false })
        {
            Assert.NotEmpty(value.AsItems());
            Assert.All(value.AsItems(), item => Assert.IsType(IsListOfIds ? typeof(long) : typeof(string), item));
            return;
        }

        Assert.True(value.IsBlank || value.Content!.GetType() == expected, $"{value}");
        Assert.NotEqual("", value.Content);
    }

    private void AssertShape(FieldShape shape)
    {
        switch (shape)
        {
            case FieldShape.Column { Storage: { Kind: StorageKind.Number } number }:
                Assert.True(Type.ValueKind is ValueKind.Number or ValueKind.Time);
                Assert.InRange(number.Precision!.Value, 1, 15);
                Assert.InRange(number.Scale!.Value, 0, number.Precision.Value);
                break;
            case FieldShape.Column { Storage: { Kind: StorageKind.Text } text }:
                Assert.Equal(ValueKind.Text, Type.ValueKind);
                Assert.True(text.Length is null or > 0);
                break;
            case FieldShape.Column column:
                Assert.Equal(Type.ValueKind.ToString(), column.Storage.Kind.ToString());
                break;
            case FieldShape.List list:
                Assert.Equal(ValueKind.List, Type.ValueKind);
                Assert.True(list.Item is FieldShape.Reference or FieldShape.Member or FieldShape.Department or FieldShape.File or FieldShape.Column { Storage.Kind: StorageKind.Text }, $"{list.Item}");
                break;
            case FieldShape.Parts parts:
                Assert.Equal(ValueKind.Parts, Type.ValueKind);
                Assert.All(parts.Fields, part => Assert.True(Key.IsValid(part.Key), part.Key));
                break;
            case FieldShape.Action:
                Assert.Equal(ValueKind.None, Type.ValueKind);
                break;
            case FieldShape.SubTable:
                Assert.Equal(ValueKind.Table, Type.ValueKind);
                break;
            default:
                Assert.Equal(ValueKind.Reference, Type.ValueKind);
                break;
        }
    }
}

using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.MultiChoice;

/// <summary>Some of a list of options, kept in the order of the options, so that two records with the same ones are equal.</summary>
public sealed class MultiChoiceField : FieldType<MultiChoiceSettings>
{
    private readonly ChoiceField _one = new();

    public override string Key => "multi-choice";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(MultiChoiceEditor), typeof(MultiChoiceCell));

    public override FieldShape GetShape(MultiChoiceSettings settings) => new FieldShape.List(_one.GetShape(settings.One));

    public override IReadOnlyList<FieldOption> GetOptions(MultiChoiceSettings settings) => _one.GetOptions(settings.One);

    public override void CheckSettings(MultiChoiceSettings settings, string path, DiagnosticBag diagnostics)
    {
        _one.CheckSettings(settings.One, path, diagnostics);
        ListLimit.CheckSetting(settings.Maximum, path, diagnostics);
        foreach (var (index, option) in settings.Options.Index())
        {
            foreach (var name in option.Names.Where(ListText.HasSeparator))
            {
                diagnostics.Add(FieldDiagnostics.OptionHasSeparator($"{path}.options[{index}]", name));
            }
        }
    }

    public override Value Read(InputValue input, MultiChoiceSettings settings, string path, DiagnosticBag diagnostics)
    {
        var (one, keys) = (settings.One, new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in input.Items)
        {
            if (_one.Read(item, one, path, diagnostics).AsText() is { } key)
            {
                keys.Add(key);
            }
        }

        return Value.OfTexts(settings.Options.Select(option => option.Key).Where(keys.Contains));
    }

    public override void Check(Value value, MultiChoiceSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    /// <summary>The labels; the bare key where the option has been removed since.</summary>
    public override string Format(Value value, MultiChoiceSettings settings, CultureInfo culture)
        => ListText.Join(value.AsItems().Select(key => _one.Format(Value.Of((string)key), settings.One, culture)));
}

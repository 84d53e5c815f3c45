using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Choice;

/// <summary>One of a list of options; its key is stored, its label is shown.</summary>
public sealed class ChoiceField : FieldType<ChoiceSettings>
{
    private const int LongestKey = 50;

    public override string Key => "choice";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(ChoiceEditor), typeof(ChoiceCell));

    public override FieldShape GetShape(ChoiceSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestKey));

    public override IReadOnlyList<FieldOption> GetOptions(ChoiceSettings settings)
        => [.. settings.Options.Select(option => new FieldOption(option.Key, option.Label))];

    public override void CheckSettings(ChoiceSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Options.Count == 0)
        {
            diagnostics.Add(FieldDiagnostics.NoOptions($"{path}.options"));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < settings.Options.Count; index++)
        {
            CheckOption(settings.Options[index], names, $"{path}.options[{index}]", diagnostics);
        }
    }

    public override Value Read(InputValue input, ChoiceSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.Read(input);
        if (text.Length == 0)
        {
            return Value.Blank(ValueKind.Text);
        }

        if (settings.Named(text) is { } option)
        {
            return Value.Of(option.Key);
        }

        diagnostics.Add(FieldDiagnostics.ChoiceUnknown(path, input, settings.Options.Select(known => known.Label)));
        return Value.Blank(ValueKind.Text);
    }

    /// <summary>The label; the bare key when the option has been removed since.</summary>
    public override string Format(Value value, ChoiceSettings settings, CultureInfo culture)
        => value.AsText() is not { } key ? "" : settings.Find(key)?.Label.In(culture) ?? key;

    private static void CheckOption(ChoiceOption option, HashSet<string> names, string path, DiagnosticBag diagnostics)
    {
        if (option.Key.Length is 0 or > LongestKey || !option.Key.All(character => character is > ' ' and <= '~'))
        {
            diagnostics.Add(FieldDiagnostics.OptionKeyInvalid($"{path}.key", option.Key, LongestKey));
        }

        if (option.Label.IsEmpty)
        {
            diagnostics.Add(FieldDiagnostics.OptionHasNoLabel($"{path}.label", option.Key));
        }

        foreach (var name in option.Names.Where(name => !names.Add(name)))
        {
            diagnostics.Add(FieldDiagnostics.OptionAmbiguous(path, name));
        }
    }
}

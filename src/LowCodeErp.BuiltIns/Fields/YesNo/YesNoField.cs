using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.YesNo;

/// <summary>Yes, no, or not answered.</summary>
public sealed class YesNoField : FieldType<YesNoSettings>
{
    private static readonly HashSet<string> Affirmations = new(["true", "yes", "y", "1", "是", "对", "有", "√", "✓", "✔"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Denials = new(["false", "no", "n", "0", "否", "不", "无", "没有", "×", "✗", "✘"], StringComparer.OrdinalIgnoreCase);

    public override string Key => "yes-no";

    public override ValueKind ValueKind => ValueKind.Boolean;

    public override FieldComponents Components { get; } = new(typeof(YesNoEditor), typeof(YesNoCell));

    public override FieldShape GetShape(YesNoSettings settings) => new FieldShape.Column(new(StorageKind.Boolean));

    public override IReadOnlyList<FieldOption> GetOptions(YesNoSettings settings) => [new("true", settings.YesLabel), new("false", settings.NoLabel)];

    public override void CheckSettings(YesNoSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Names(true).Intersect(settings.Names(false), StringComparer.OrdinalIgnoreCase).Any())
        {
            diagnostics.Add(FieldDiagnostics.AnswersAlike($"{path}.yes"));
        }
    }

    public override Value Read(InputValue input, YesNoSettings settings, string path, DiagnosticBag diagnostics)
    {
        bool? answer = input.Content switch
        {
            bool boolean => boolean,
            0m => false,
            1m => true,
            string text => Parse(PlainText.ToHalfWidth(text), settings),
            _ => null,
        };
        if (answer is { } read)
        {
            return Value.Of(read);
        }

        if (!input.IsBlank && !(input.Content is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            diagnostics.Add(FieldDiagnostics.AnswerUnreadable(path, input, settings.YesLabel, settings.NoLabel));
        }

        return Value.Blank(ValueKind.Boolean);
    }

    public override string Format(Value value, YesNoSettings settings, CultureInfo culture)
        => value.Content is bool answer ? settings.Label(answer).In(culture) : "";

    /// <summary>By its label, as people read it.</summary>
    public override InputValue Export(Value value, YesNoSettings settings, CultureInfo culture) => InputValue.Of(Format(value, settings, culture));

    /// <summary>The author's labels come first: he may well call the answer yes "0".</summary>
    private static bool? Parse(string text, YesNoSettings settings)
        => settings.Names(true).Contains(text, StringComparer.OrdinalIgnoreCase) ? true
            : settings.Names(false).Contains(text, StringComparer.OrdinalIgnoreCase) ? false
            : Affirmations.Contains(text) ? true
            : Denials.Contains(text) ? false
            : null;
}

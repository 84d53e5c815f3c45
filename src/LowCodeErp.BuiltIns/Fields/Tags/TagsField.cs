using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Tags;

/// <summary>Words by which people sort records, in the order in which they gave them. Two that differ by case or width are one.</summary>
public sealed class TagsField : FieldType<TagsSettings>
{
    private const int LongestTag = 50;

    public override string Key => "tags";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(TagsEditor), typeof(TagsCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(TagsSettings settings) => new FieldShape.List(new FieldShape.Column(new(StorageKind.Text, Length: LongestTag)));

    /// <summary>Tags of one's own are too many for a list.</summary>
    public override IReadOnlyList<FieldOption>? GetOptions(TagsSettings settings)
        => settings.OnlyVocabulary ? [.. settings.Vocabulary.Select(tag => new FieldOption(tag, new(tag)))] : null;

    public override void CheckSettings(TagsSettings settings, string path, DiagnosticBag diagnostics)
    {
        ListLimit.CheckSetting(settings.Maximum, path, diagnostics);
        if (settings.OnlyVocabulary && settings.Vocabulary.Count == 0)
        {
            diagnostics.Add(FieldDiagnostics.VocabularyMissing($"{path}.vocabulary"));
        }

        foreach (var (index, tag) in settings.Vocabulary.Index())
        {
            var isRepeated = settings.Vocabulary.Take(index).Any(earlier => TagsSettings.IsSame(earlier, tag));
            if (isRepeated || tag.Trim().Length is 0 or > LongestTag || ListText.HasSeparator(tag))
            {
                diagnostics.Add(FieldDiagnostics.VocabularyTagInvalid($"{path}.vocabulary[{index}]", tag, LongestTag));
            }
        }
    }

    public override Value Read(InputValue input, TagsSettings settings, string path, DiagnosticBag diagnostics)
    {
        var tags = new List<string>();
        foreach (var item in input.Items.SelectMany(item => item.Items))
        {
            var text = PlainText.Read(item);
            var tag = settings.Find(text) ?? text;
            if (tag.Length > 0 && !tags.Exists(known => TagsSettings.IsSame(known, tag)))
            {
                tags.Add(tag);
                CheckTag(tag, settings, path, diagnostics);
            }
        }

        return Value.OfTexts(tags);
    }

    public override void Check(Value value, TagsSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    public override string Format(Value value, TagsSettings settings, CultureInfo culture) => ListText.Join(value.AsItems().Cast<string>());

    private static void CheckTag(string tag, TagsSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (tag.Length > LongestTag)
        {
            diagnostics.Add(FieldDiagnostics.TagTooLong(path, tag, LongestTag));
        }
        else if (settings.OnlyVocabulary && settings.Find(tag) is null)
        {
            diagnostics.Add(FieldDiagnostics.TagUnknown(path, tag, settings.Vocabulary));
        }
    }
}

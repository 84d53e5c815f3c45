using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.UI.Extending.Settings;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

/// <summary>Contents of the settings of every extension, as people might have set them.</summary>
internal static class SettingsSamples
{
    private static readonly Gen<string> Text = Gen.Elements("客户", "Ａ級", "a b", "{yyyy}-{0000}", "1,5", "\"引号\" \\ 与\t制表", "𠮷😀", "#FF0000", "yes", "null");

    public static IReadOnlyList<IExtension> Extensions { get; } =
    [
        .. ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IExtension)Activator.CreateInstance(type)!),
        .. LayoutForms.Items.All,
        new AnyField<EverySettings>(),
    ];

    public static Arbitrary<IExtension> WithMembers { get; } = Gen.Elements(Extensions.Where(extension => SettingsModel.Of(extension).Members.Count > 0)).ToArbitrary();

    /// <summary>Some members set, the others left out.</summary>
    public static Gen<JsonElement?> ContentOf(SettingsModel model)
        => Gen.CollectToList(model.Members, member => member.IsRequired ? ValueOf(member) : Gen.OneOf(ValueOf(member), Gen.Constant<JsonElement?>(null)))
            .Select(contents => model.Members.Zip(contents).Aggregate<(SettingsMember Member, JsonElement? Content), JsonElement?>(
                null, (content, next) => DefinitionEdit.Set(model.Record, content, next.Member.Name, next.Content)));

    /// <summary>A content that the member can hold.</summary>
    public static Gen<JsonElement?> ValueOf(SettingsMember member) => member.Kind switch
    {
        SettingsKind.YesNo => Gen.Elements(true, false).Select(value => Written(member, value)),
        SettingsKind.WholeNumber => Gen.Choose(-5, 30_000).Select(value => Written(member, value)),
        SettingsKind.Number => Gen.Choose(-1_000_000, 1_000_000).Select(value => Written(member, value / 1000m)),
        SettingsKind.Date => Gen.Choose(0, 60_000).Select(day => Written(member, new DateOnly(1950, 1, 1).AddDays(day))),
        SettingsKind.Moment => Gen.Choose(0, int.MaxValue).Select(second => Written(member, new DateTime(1990, 1, 1).AddSeconds(second))),
        SettingsKind.Time => Gen.Choose(0, 86_399).Select(second => Written(member, new TimeOnly(0, 0).Add(TimeSpan.FromSeconds(second)))),
        SettingsKind.Choice => Gen.Elements(member.Choices.Select(choice => (JsonElement?)choice.Content)),
        SettingsKind.Choices => Gen.SubListOf(member.Choices.Select(choice => choice.Content)).Select(contents => (JsonElement?)JsonSerializer.SerializeToElement(contents)),
        SettingsKind.LocalizedText => Gen.Zip(Text, Gen.OneOf(Text, Gen.Constant(""))).Select(pair => Written(member, new LocalizedText(pair.Item1, pair.Item2.Length > 0 ? pair.Item2 : null))),
        SettingsKind.Texts or SettingsKind.Fields => Text.Select(text => text.Trim()).ArrayOf().Select(texts => Written(member, texts)),
        SettingsKind.Records => Gen.Sized(size => ItemsOf(member.Item!, size)).Select(items => (JsonElement?)JsonSerializer.SerializeToElement(items)),
        _ => Text.Select(text => Written(member, text)),
    };

    /// <summary>Items may hold items of their own kind, and fewer of them the deeper they lie.</summary>
    private static Gen<JsonElement[]> ItemsOf(SettingsModel item, int size)
        => size < 3 ? Gen.Constant<JsonElement[]>([]) : ContentOf(item).Select(content => content ?? JsonElement.Parse("{}")).ArrayOf(3).Resize(size / 3);

    public static string TextOf(JsonElement? content) => content?.GetRawText() ?? "{}";

    private static JsonElement? Written(SettingsMember member, object value) => member.Write(value);
}

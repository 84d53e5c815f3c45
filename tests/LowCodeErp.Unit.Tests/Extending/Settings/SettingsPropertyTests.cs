using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.UI.Extending.Settings;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

/// <summary>What holds for the settings of every extension, whatever they are.</summary>
public sealed class SettingsPropertyTests
{
    private static readonly SettingsKind[] Boxes =
        [SettingsKind.WholeNumber, SettingsKind.Number, SettingsKind.Text, SettingsKind.Condition, SettingsKind.Date, SettingsKind.Moment, SettingsKind.Time];

    [Fact]
    public void Settings_SetMemberByMember_AreReadAsTheyWereSetAndCanonical() => ForAll((extension, content) =>
    {
        var diagnostics = new DiagnosticBag();
        var settings = DefinitionReader.Read(extension.SettingsType, content ?? default, "settings", diagnostics);
        return !diagnostics.HasErrors && DefinitionWriter.Write(settings!).Trim() == SettingsSamples.TextOf(content).Trim();
    });

    [Fact]
    public void Boxes_ShownAndReadAgain_HoldTheSame() => ForAll((extension, content) => BoxesOf(extension).All(member =>
    {
        var held = DefinitionEdit.Get(content, member.Name);
        var typed = MemberText.Read(member, MemberText.Show(member, held));
        return SettingsSamples.TextOf(DefinitionEdit.Set(extension.SettingsType, content, member.Name, typed)) == SettingsSamples.TextOf(content);
    }));

    [Fact]
    public void Member_Changed_LeavesTheOthersByteByByte() => ForAll((extension, content) => SettingsModel.Of(extension).Members.All(member =>
    {
        var other = SettingsSamples.ValueOf(member).Sample(1, 1).First();
        var changed = DefinitionEdit.Set(extension.SettingsType, content, member.Name, other);
        return SettingsModel.Of(extension).Members.Where(candidate => candidate != member).All(untouched =>
            DefinitionEdit.Get(changed, untouched.Name)?.GetRawText() == DefinitionEdit.Get(content, untouched.Name)?.GetRawText());
    }));

    [Fact]
    public void Member_TakenOut_IsTheDefaultAgainAndNullWhenNothingIsLeft() => ForAll((extension, content) =>
        SettingsModel.Of(extension).Members.Aggregate(content, (rest, member) => DefinitionEdit.Set(extension.SettingsType, rest, member.Name, null)) is null);

    [Fact]
    public void Box_WithAnUnreadableText_KeepsItAndSaysSoAndLosesNothingElse() => ForAll((extension, content) => BoxesOf(extension)
        .Where(member => member.Kind is not (SettingsKind.Text or SettingsKind.Condition))
        .All(member =>
        {
            const string wrong = "约 12 个？";
            var changed = DefinitionEdit.Set(extension.SettingsType, content, member.Name, MemberText.Read(member, wrong));
            var written = DefinitionEdit.Get(changed, member.Name)!.Value;
            var mended = DefinitionEdit.Set(extension.SettingsType, changed, member.Name, DefinitionEdit.Get(content, member.Name));
            return MemberText.Show(member, written) == wrong
                && member.Check(written, "settings.x") is [{ Severity: Severity.Error, Path: "settings.x", Message.English.Length: > 0 }]
                && SettingsSamples.TextOf(mended) == SettingsSamples.TextOf(content);
        }));

    private static IEnumerable<SettingsMember> BoxesOf(IExtension extension) => SettingsModel.Of(extension).Members.Where(member => Boxes.Contains(member.Kind));

    private static void ForAll(Func<IExtension, JsonElement?, bool> holds)
        => Prop.ForAll(
            SettingsSamples.WithMembers.Generator.SelectMany(extension => SettingsSamples.ContentOf(SettingsModel.Of(extension)).Select(content => (extension, content))).ToArbitrary(),
            sample => holds(sample.extension, sample.content)).QuickCheckThrowOnFailure();
}

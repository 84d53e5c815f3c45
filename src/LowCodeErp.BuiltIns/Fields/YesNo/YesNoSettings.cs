using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.YesNo;

public enum YesNoStyle
{
    /// <summary>Two answers to choose from; neither is chosen at first.</summary>
    Radio,

    /// <summary>Off stands for no; it looks off, too, while it is not answered, and says so.</summary>
    Switch,
}

public sealed record YesNoSettings
{
    private static readonly LocalizedText YesText = new("是", "Yes");
    private static readonly LocalizedText NoText = new("否", "No");

    [Group(SettingsGroup.Appearance)]
    public YesNoStyle Style { get; init; }

    /// <summary>What yes is called here, 是 if nothing else: 已付款.</summary>
    [Group(SettingsGroup.Appearance)]
    public LocalizedText? Yes { get; init; }

    /// <summary>What no is called here, 否 if nothing else: 未付款.</summary>
    [Group(SettingsGroup.Appearance)]
    public LocalizedText? No { get; init; }

    internal LocalizedText YesLabel => Yes is { IsEmpty: false } ? Yes : YesText;

    internal LocalizedText NoLabel => No is { IsEmpty: false } ? No : NoText;

    internal LocalizedText Label(bool answer) => answer ? YesLabel : NoLabel;

    /// <summary>In half-width characters, as texts are compared with them.</summary>
    internal IEnumerable<string> Names(bool answer)
        => new[] { Label(answer).Chinese, Label(answer).English }.OfType<string>().Where(name => name.Length > 0).Select(PlainText.ToHalfWidth);
}

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What people call what definitions hold as keys: fields and forms by their labels, also in formulas, choices of a setting as its form shows them.</summary>
/// <param name="find">The label of a key or of a path of keys; null for one that is not known.</param>
/// <param name="settings">The field type or layout item of whose settings is spoken; null for anything else.</param>
internal sealed partial class KeyWords(Func<string, LocalizedText?> find, IExtension? settings = null)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Of the definitions; members of settings say it themselves by their attributes.</summary>
    private static readonly HashSet<string> KeyMembers = ["title", "code", "owner", "sortBy", "groupBy", "field", "fields", "columns", "fillFrom", "menu", "hidden", "forms"];

    private static readonly HashSet<string> FormulaMembers = ["formula", "defaultFormula", "visibleWhen", "requiredWhen", "readOnlyWhen", "limitedTo", "condition", "when", "where", "until"];

    private static readonly Dictionary<(string Member, string Content), LocalizedText> Contents = new()
    {
        [("whenHidden", "keep")] = new("保留", "kept"), [("whenHidden", "clear")] = new("清空", "cleared"),
        [("severity", "error")] = new("错误", "error"), [("severity", "warning")] = new("提醒", "warning"),
    };

    /// <summary>Nobody's keys have labels.</summary>
    public static KeyWords None { get; } = new(_ => null);

    public KeyWords OfSettings(IExtension? type) => new(find, type);

    public LocalizedText Member(string name)
        => (settings is null ? null : ExtensionTexts.Find(settings.GetType(), $"Setting.{Pascal(name)}")) ?? ChangeTexts.Member(name);

    /// <summary>A text that a member holds.</summary>
    public LocalizedText Content(string member, string text)
        => Contents.GetValueOrDefault((member, text))
            ?? (settings is null ? null : ExtensionTexts.Find(settings.GetType(), $"Setting.{Pascal(member)}.{Pascal(text)}"))
            ?? (IsKey(member) ? find(text) : FormulaMembers.Contains(member) ? Formula(text) : null)
            ?? new(text);

    private bool IsKey(string member)
        => settings?.SettingsType.GetProperty(Pascal(member)) is { } setting ? setting.IsDefined(typeof(FieldKeyAttribute)) || setting.IsDefined(typeof(FormKeyAttribute)) : KeyMembers.Contains(member);

    private LocalizedText Formula(string text)
        => new(Named(text, label => label.Chinese), Named(text, label => label.In(English)));

    private string Named(string formula, Func<LocalizedText, string> say)
        => Bracketed().Replace(formula, name => find(name.Groups[1].Value) is { } label ? $"[{say(label)}]" : name.Value);

    private static string Pascal(string name) => string.Concat(name.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"\[([^\[\]]+)\]")]
    private static partial Regex Bracketed();
}

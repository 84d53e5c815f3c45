using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Button;

/// <summary>Exactly one of <see cref="Link"/> and <see cref="Form"/> says what happens.</summary>
public sealed record ButtonSettings
{
    [Group(SettingsGroup.Appearance)]
    public ButtonStyle Style { get; init; }

    /// <summary>
    /// An address that is opened in a new window: <c>https://www.example.com/search?q={name}</c>, with the keys of fields of this form, or
    /// <c>id</c>, in braces. Values are encoded, so that none can change where it leads.
    /// </summary>
    public string Link { get; init; } = "";

    /// <summary>Key of the form of which a new record is opened.</summary>
    [FormKey]
    public string Form { get; init; } = "";

    public IReadOnlyList<ButtonFill> Fill { get; init; } = [];
}

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>How a member of a settings record is edited.</summary>
public enum SettingsKind
{
    YesNo,
    WholeNumber,
    Number,
    Text,

    /// <summary>A formula over the records of another form.</summary>
    Condition,
    Date,
    Moment,
    Time,

    /// <summary>One of <see cref="SettingsMember.Choices"/>.</summary>
    Choice,

    /// <summary>Any number of <see cref="SettingsMember.Choices"/>.</summary>
    Choices,
    LocalizedText,

    /// <summary>Any number of texts, in their order.</summary>
    Texts,

    /// <summary>The key of a form.</summary>
    Form,

    /// <summary>The key of a field.</summary>
    Field,

    /// <summary>Keys of fields, in their order.</summary>
    Fields,

    /// <summary>The key of a tier model.</summary>
    TierModel,

    /// <summary>Any number of records of <see cref="SettingsMember.Item"/>, in their order.</summary>
    Records,
}

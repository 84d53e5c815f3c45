namespace LowCodeErp.BuiltIns.Fields.Button;

public sealed record ButtonSettings
{
    public ButtonStyle Style { get; init; }

    /// <summary>
    /// An address that is opened in a new window: <c>https://www.example.com/search?q={name}</c>, with the keys of fields of this form, or
    /// <c>id</c>, in braces. Values are encoded, so that none can change where it leads.
    /// </summary>
    public string Link { get; init; } = "";

    /// <summary>A new record of a form; null for a link.</summary>
    public NewRecordSettings? NewRecord { get; init; }
}

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    Plain,
    Primary,
}

public sealed record NewRecordSettings
{
    public required string Form { get; init; }

    /// <summary>By key of a field of that form, the key of the field of this form that fills it; <c>id</c> for the record itself.</summary>
    public IReadOnlyDictionary<string, string> Fill { get; init; } = new Dictionary<string, string>();
}

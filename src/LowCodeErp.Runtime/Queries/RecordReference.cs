namespace LowCodeErp.Runtime.Queries;

/// <summary>A record or member as it is mentioned elsewhere.</summary>
/// <param name="Code">Null when the form has no code, or it is the title.</param>
public sealed record RecordReference(long Id, string Title, string? Code)
{
    /// <summary>Whether a text that somebody typed is its title or its code.</summary>
    public bool IsNamed(string text)
        => string.Equals(Title, text, StringComparison.OrdinalIgnoreCase) || string.Equals(Code, text, StringComparison.OrdinalIgnoreCase);
}

namespace LowCodeErp.Portal.Lists;

/// <summary>What is asked of one column, in the texts of the page's address. All of it must hold.</summary>
public sealed record ColumnFilter
{
    /// <summary>The text, or the title of what is referred to, contains this.</summary>
    public string Contains { get; init; } = "";

    /// <summary>The least number or first day, in any notation that the field reads.</summary>
    public string From { get; init; } = "";

    /// <summary>The greatest number or last day.</summary>
    public string To { get; init; } = "";

    /// <summary>Keys of options or ids of records; <see cref="Blank"/> stands for no value.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>How a field of several values has to match <see cref="OneOf"/>.</summary>
    public ItemMatch Items { get; init; }

    public static string Blank => "";

    public static ColumnFilter None { get; } = new();

    public bool IsEmpty => Contains.Length == 0 && From.Length == 0 && To.Length == 0 && OneOf.Count == 0;
}

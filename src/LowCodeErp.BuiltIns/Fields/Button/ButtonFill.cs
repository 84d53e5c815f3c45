namespace LowCodeErp.BuiltIns.Fields.Button;

/// <summary>A field of the new record and where its value comes from.</summary>
public sealed record ButtonFill
{
    /// <summary>Key of a field of the form that is opened.</summary>
    public required string Field { get; init; }

    /// <summary>Key of a field of this form; <c>id</c> for the record itself.</summary>
    public required string From { get; init; }
}

using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>The names within the text of a kept draft.</summary>
internal static class DraftJson
{
    public const string Values = "values";
    public const string Lines = "lines";
    public const string Input = "input";
    public const string Before = "before";
    public const string Title = "title";
    public const string Titles = "titles";
    public const string Type = "type";
    public const string Label = "label";
    public const string Removed = "removed";
    public const string Order = "order";
    public const string Id = "id";

    /// <summary>Inputs go from one field to another of the same key only where these are equal, or both are plain texts and numbers.</summary>
    public static string TypeOf(FieldModel field) => field.HoldsIds ? $"{field.Type.Key}>{field.Target?.Key}" : field.Type.Key;
}

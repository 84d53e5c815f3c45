using LowCodeErp.Core.Naming;

namespace LowCodeErp.BuiltIns.Fields.Choice;

/// <summary>A colour as style sheets name it.</summary>
internal static class ColorName
{
    public static string? Of(ChoiceOption? option) => option?.Color is { } color ? Key.FromName(color.ToString()) : null;
}

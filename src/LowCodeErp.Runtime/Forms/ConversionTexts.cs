using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Forms;

/// <summary>Why a value does not go into a changed field, where its field type has nothing to say.</summary>
internal static class ConversionTexts
{
    public static LocalizedText BecomesBlank { get; } = new("转换后会变成空白。", "It would become blank.");

    public static LocalizedText BecomesAnother(string text) => new($"转换后会变成“{text}”，不再是原来的值。", $"It would become \"{text}\", which is another value.");
}

using System.Text.RegularExpressions;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Studio.Editing;

/// <summary>Where keys stand in the texts of a document: in formulas, settings and whatever else names things.</summary>
internal static class KeyMentions
{
    /// <summary>Whether any definition of the document has the key as a whole word. A label may be mistaken for it, a mention is never missed.</summary>
    public static bool IsMentioned(AppDocument document, string key)
    {
        var word = new Regex($"(?<![a-z0-9-]){Regex.Escape(key)}(?![a-z0-9-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return document.Forms.Select(DefinitionWriter.Write).Concat(document.TierModels.Select(DefinitionWriter.Write)).Concat(document.Roles.Select(DefinitionWriter.Write))
            .Concat(document.Flows.Select(DefinitionWriter.Write)).Any(word.IsMatch);
    }
}

using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Studio.Editing.Searching;

/// <summary>
/// Searches everything in a document that somebody wrote: names and keys, of Chinese names the first letters of their sounds too (客户 by <c>kh</c>),
/// formulas, messages, texts. Capitals and full-width letters make no difference.
/// </summary>
public static class DesignSearch
{
    /// <summary>More are of no use to anybody: he types another letter.</summary>
    public const int Most = 50;

    /// <returns>Forms by name first, then fields and roles by name, then whatever else holds the text.</returns>
    public static IReadOnlyList<DesignHit> Find(AppDocument document, string text)
    {
        ArgumentNullException.ThrowIfNull(document);
        var wanted = (text ?? "").Trim();
        return wanted.Length == 0 ? [] : [
            .. document.Forms.Where(form => IsNamed(form.Label, form.Key, wanted)).Select(form => new DesignHit(new(form.Key), form.Label, null, null))
                .Concat(document.Forms.SelectMany(form => form.Fields.Where(field => IsNamed(field.Label, field.Key, wanted))
                    .Select(field => new DesignHit(new(form.Key, field.Key), field.Label, form.Label, null))))
                .Concat(document.Roles.Where(role => IsNamed(role.Label, role.Key, wanted)).Select(role => new DesignHit(DesignPlace.OfRole(role.Key), role.Label, null, null)))
                .Concat(document.Forms.SelectMany(form => FindWithin(form, wanted)))
                .DistinctBy(hit => (hit.Place, hit.Excerpt))
                .Take(Most)];
    }

    private static bool IsNamed(LocalizedText label, string key, string wanted)
        => Contains(label.Chinese, wanted) || Contains(label.English, wanted) || Contains(key, wanted) || Initials(label.Chinese).Contains(wanted, StringComparison.OrdinalIgnoreCase);

    private static string Initials(string label) => string.Concat(Pinyin.Read(label).Select(sound => sound.IsChinese ? sound.Text[..1] : sound.Text));

    private static bool Contains(string? text, string wanted)
        => text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth) >= 0;

    /// <summary>All texts but the names, which were looked at already.</summary>
    private static IEnumerable<DesignHit> FindWithin(FormDefinition form, string wanted)
    {
        using var json = JsonDocument.Parse(DefinitionWriter.Write(form));
        var names = form.Fields.ToDictionary(field => field.Key, field => field.Label, StringComparer.Ordinal);
        return [
            .. from found in Texts(json.RootElement, "")
               where !IsName(found.Path) && Contains(found.Text, wanted)
               let place = DesignPlace.Of(form, found.Path)
               select place.Field is { } field ? new DesignHit(place, names[field], form.Label, found.Text) : new DesignHit(place, form.Label, null, found.Text)];
    }

    /// <summary>Of the form itself or of one of its fields.</summary>
    private static bool IsName(string path)
        => path.StartsWith("label", StringComparison.Ordinal) || path == "key" || (path.StartsWith("fields[", StringComparison.Ordinal)
            && path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..] is var rest && (rest is ".key" or ".type" || rest.StartsWith(".label", StringComparison.Ordinal)));

    private static IEnumerable<(string Path, string Text)> Texts(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Texts(item, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]")),
        JsonValueKind.String => [(path, element.GetString()!)],
        _ => [],
    };
}

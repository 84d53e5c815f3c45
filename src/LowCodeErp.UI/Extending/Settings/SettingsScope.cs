using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>A settings record as it stands, and what the editors of its members share.</summary>
/// <param name="Content">Null when nothing is set.</param>
/// <param name="Path">Of the record in its definition: <c>fields[2].settings</c>.</param>
/// <param name="Diagnostics">Of the whole definition or of the record.</param>
/// <param name="Id">Begins the ids of its inputs.</param>
/// <param name="Replace">Takes the record with a change.</param>
public sealed record SettingsScope(
    SettingsModel Model,
    JsonElement? Content,
    SettingsContext Context,
    string Path,
    IReadOnlyList<Diagnostic> Diagnostics,
    string Id,
    Func<JsonElement?, Task> Replace)
{
    public JsonElement? Get(SettingsMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return DefinitionEdit.Get(Content, member.Name);
    }

    /// <summary>What a member holds that another one's attribute names.</summary>
    /// <param name="property">As the record calls it.</param>
    public JsonElement? GetNamed(string property) => DefinitionEdit.Get(Content, JsonNamingPolicy.CamelCase.ConvertName(property));

    /// <param name="content">Null sets nothing, so that the default holds.</param>
    public Task SetAsync(SettingsMember member, JsonElement? content)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Replace(DefinitionEdit.Set(Model.Record, Content, member.Name, content));
    }

    public string PathOf(SettingsMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return JsonPath.Member(Path, member.Name);
    }

    public string IdOf(SettingsMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"{Id}-{member.Name}";
    }

    /// <summary>What is wrong with a member: with what is written there, else what was found when it was checked among the others.</summary>
    public IReadOnlyList<Diagnostic> DiagnosticsOf(SettingsMember member)
    {
        var path = PathOf(member);
        var wrong = Get(member) is { } content ? member.Check(content, path).Where(item => IsShownAt(member, path, item.Path)).ToList() : [];
        return wrong.Count > 0 ? wrong : [.. Diagnostics.Where(item => IsShownAt(member, path, item.Path))];
    }

    /// <summary>What concerns the record, but none of the members that are shown.</summary>
    public IEnumerable<Diagnostic> OtherDiagnostics
        => Diagnostics.Where(item => IsWithin(item.Path, Path) && !Model.Members.Any(member => IsWithin(item.Path, PathOf(member))));

    internal static bool IsWithin(string path, string place)
        => path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');

    /// <summary>The items of a list of records show what is wrong with them themselves.</summary>
    private static bool IsShownAt(SettingsMember member, string place, string path)
        => member.Kind == SettingsKind.Records ? path == place : IsWithin(path, place);
}

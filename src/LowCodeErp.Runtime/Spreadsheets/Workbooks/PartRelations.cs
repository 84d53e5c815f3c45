using System.Xml;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>The parts that one part of a workbook points to, with the last word of their type (<c>worksheet</c>).</summary>
internal sealed class PartRelations
{
    private readonly Dictionary<string, (string Type, string Target)> _byId = [];

    /// <param name="package">The package.</param>
    /// <param name="part">The part, or blank for the package itself.</param>
    public static PartRelations Of(WorkbookPackage package, string part)
    {
        var relations = new PartRelations();
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var source = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!package.Has(source))
        {
            return relations;
        }

        using var xml = package.OpenResidentPart(source);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Target") is { } target)
            {
                var type = xml.GetAttribute("Type") ?? "";
                relations._byId[xml.GetAttribute("Id") ?? ""] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }

        return relations;
    }

    public (string Type, string Target)? Find(string id) => _byId.TryGetValue(id, out var relation) ? relation : null;

    public string? OfType(string type)
        => _byId.Values.Where(relation => relation.Type == type).Select(relation => relation.Target).FirstOrDefault();

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}

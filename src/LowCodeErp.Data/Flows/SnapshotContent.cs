using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Flows;

/// <summary>
/// How a record that was decided upon is stored with its lines: <c>[{"form":"order","id":7,"content":{"name":[null,"Acme"]}}]</c>. Sensitive values are as unreadable as in
/// the record.
/// </summary>
internal static class SnapshotContent
{
    private const string Form = "form";
    private const string Id = "id";
    private const string Content = "content";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<SnapshotPart> parts, DataKeys keys)
        => new JsonArray([.. parts.Select(part => (JsonNode)new JsonObject
        {
            [Form] = part.Form.Key, [Id] = part.RecordId, [Content] = JsonNode.Parse(SealedChanges.Seal(part.Form, part.RecordId, part.Content, keys)),
        })]).ToJsonString(Json);

    /// <param name="findForm">Lines of a sub-table that was removed since are left out.</param>
    public static IEnumerable<SnapshotPart> Read(string content, Func<string, FormModel?> findForm, DataKeys keys)
        => from node in JsonNode.Parse(content)!.AsArray()
           let form = findForm(node![Form]!.GetValue<string>())
           where form is not null
           let id = node[Id]!.GetValue<long>()
           select new SnapshotPart(form, id, SealedChanges.Open(form, id, node[Content]!.ToJsonString(Json), keys));
}

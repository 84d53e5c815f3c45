using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Encryption;

/// <summary>Before and after of sensitive fields, in the history as unreadable as in the record.</summary>
internal static class SealedChanges
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HistoryWrite Seal(HistoryWrite entry, DataKeys keys)
        => entry with { Changes = Seal(entry.Form, entry.RecordId, entry.Changes, keys) };

    public static string Seal(FormModel form, long record, string changes, DataKeys keys)
    {
        var sensitive = form.Fields.Where(field => field.IsSensitive).ToList();
        return sensitive.Count == 0 ? changes : Rewrite(changes, (key, text) => sensitive.Find(field => field.Key == key) is { } field ? keys.Seal(field, record, text) : text);
    }

    /// <summary>Whatever was sealed is opened, whether its field is sensitive today or not.</summary>
    public static string Open(FormModel form, long record, string changes, DataKeys keys)
        => changes.Contains(ValueCipher.Mark, StringComparison.Ordinal) ? Rewrite(changes, (key, text) => Open(form, record, key, text, keys)) : changes;

    private static string Open(FormModel form, long record, string key, string text, DataKeys keys)
        => !DataKeys.IsSealed(text) ? text
            : keys.Open(new(form.Key, key, record), text) ?? (form.Find(key) is { IsSensitive: false } ? text : EncryptionDiagnostics.Unreadable.ToString());

    private static string Rewrite(string changes, Func<string, string, string> rewrite)
    {
        var document = JsonNode.Parse(changes)!.AsObject();
        foreach (var (key, sides) in document)
        {
            if (sides is not JsonArray pair)
            {
                continue;
            }

            for (var side = 0; side < pair.Count; side++)
            {
                if (pair[side]?.GetValueKind() == JsonValueKind.String)
                {
                    pair[side] = rewrite(key, pair[side]!.GetValue<string>());
                }
            }
        }

        return document.ToJsonString(Json);
    }
}

using System.Linq.Expressions;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Access;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>What an actor may do with a record.</summary>
public sealed partial class RecordQueries
{
    public async Task<RecordRights> ReadRightsAsync(FormModel form, long? id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var viewer = await access.OfAsync(actor, cancellationToken);
        return new(viewer.Of(form), id is { } record ? await AskAsync(form, record, viewer, cancellationToken) : AccessAnswers.None, id);
    }

    /// <summary>What all terms of the form's rules say of a record; whatever the member may see of it.</summary>
    internal async Task<AccessAnswers> AskAsync(FormModel form, long id, MemberAccess member, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = contexts.On(connection, workspace.Current);
        return await AccessQuestions.AskAllAsync(context, connections.Target.Provider, form, id, member, cancellationToken);
    }

    /// <summary>Of the record that a line belongs to.</summary>
    private async Task<RecordRights> ReadRightsAsync(ReadSession session, FormModel form, long id, Actor actor, CancellationToken cancellationToken)
    {
        if (form.Parent is not { } subTable)
        {
            return await ReadRightsAsync(form, id, actor, cancellationToken);
        }

        var row = RowExpressions.NewRow();
        var parents = session.Find(form, HasId(id)).Select(Expression.Lambda<Func<Row, long?>>(session.Rows.Column(row, form.ParentReference!), row));
        return await ReadRightsAsync(subTable.Form, await parents.FirstOrDefaultAsync(cancellationToken), actor, cancellationToken);
    }

    /// <summary>Without the fields that may not be seen, those that the form has no more among them; of masked ones, with masks.</summary>
    private static RecordChange Limit(RecordChange change, FormModel form, RecordRights rights)
    {
        if (JsonNode.Parse(change.Changes) is not JsonObject fields)
        {
            return change;
        }

        var masked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, values) in fields.ToList())
        {
            var access = form.Find(key) is { } field ? rights.Of(field) : FieldAccess.Hidden;
            if (access == FieldAccess.Masked)
            {
                fields[key] = new JsonArray([.. values!.AsArray().Select(value => (JsonNode?)MaskOf(form[key], value))]);
                masked.Add(key);
            }
            else if (access == FieldAccess.Hidden)
            {
                fields.Remove(key);
            }
        }

        return change with { Changes = fields.ToJsonString(), Masked = masked };
    }

    /// <summary>The field may have been of another type when this was written.</summary>
    private static string? MaskOf(FieldModel field, JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when field.Kind == ValueKind.Text && text.TryGetValue<string>(out var content) => field.MaskOf(content),
        _ => FieldMask.Whole,
    };
}

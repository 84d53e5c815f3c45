using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>
/// The fields of all forms and sub-tables that name a member, alone or among others. Records are changed as anybody changes them, with checks and
/// history; one that its form would not let anybody save stays as it is, and is told of.
/// </summary>
public sealed class RecordsPart(IWorkspace workspace, IRecordQueries queries, SavePipeline pipeline) : IHandOverPart
{
    public string Key => "records";

    public LocalizedText Label { get; } = new("数据", "Records");

    public int Order => 300;

    /// <summary>A count for each field that names him.</summary>
    public async Task<IReadOnlyList<HandOverItem>> ListAsync(long memberId, CancellationToken cancellationToken)
    {
        var items = new List<HandOverItem>();
        foreach (var field in FieldsOf(workspace.Current.Forms))
        {
            var query = new RecordQuery(field.Form) { Columns = [field], Where = Names(field, memberId), Take = 1 };
            if ((await queries.ReadPageAsync(query, Actor.System, cancellationToken)).TotalCount is > 0 and var count)
            {
                items.Add(new(Describe(field), count));
            }
        }

        return items;
    }

    public async Task<IReadOnlyList<HandOverItem>> MoveAsync(
        HandOver handOver, Actor actor, IRecordTransaction transaction, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var found = await FindAsync(handOver.Leaver.Id, cancellationToken);
        var items = new List<HandOverItem>();
        foreach (var (form, ids) in found)
        {
            var count = await new FormSuccession(form, handOver, actor, pipeline, transaction, diagnostics).MoveAsync(ids, cancellationToken);
            if (count > 0)
            {
                items.Add(new(form.Label, count));
            }
        }

        return items;
    }

    internal static IEnumerable<FieldModel> FieldsOf(IEnumerable<FormModel> forms)
        => forms.SelectMany(form => form.EnteredFields).Where(field => field.ItemShape is FieldShape.Member);

    private static LocalizedText Describe(FieldModel field)
    {
        var form = field.Form.Parent is { } subTable ? Join(subTable.Form.Label, field.Form.Label) : field.Form.Label;
        return Join(form, field.Label);
    }

    private static LocalizedText Join(LocalizedText whole, LocalizedText part)
        => new($"{whole.Chinese} · {part.Chinese}", $"{whole.English ?? whole.Chinese} · {part.English ?? part.Chinese}");

    private static Condition Names(FieldModel field, long memberId)
    {
        IReadOnlyList<Value> member = [Value.OfReference(memberId)];
        return field.IsList ? new Condition.HasAny(FieldPath.Of(field), member) : new Condition.OneOf(FieldPath.Of(field), member);
    }

    /// <summary>
    /// All of them before any is changed: a database may let others wait for what this transaction has changed, and these queries run beside it.
    /// </summary>
    private async Task<IReadOnlyList<(FormModel Form, IReadOnlyList<long> Ids)>> FindAsync(long memberId, CancellationToken cancellationToken)
    {
        var found = new Dictionary<FormModel, SortedSet<long>>();
        foreach (var field in FieldsOf(workspace.Current.Forms))
        {
            var (lines, owner) = (field.Form, field.Form.Parent?.Form ?? field.Form);
            var query = new RecordQuery(lines) { Columns = lines.ParentReference is { } parent ? [field, parent] : [field], Where = Names(field, memberId) };
            var ids = found.TryGetValue(owner, out var known) ? known : found[owner] = [];
            await foreach (var row in queries.StreamAsync(query, Actor.System, cancellationToken))
            {
                ids.Add(lines.ParentReference is { } reference ? (long)row.Values[reference.Ordinal]! : row.Id);
            }
        }

        return [.. found.Select(form => (form.Key, (IReadOnlyList<long>)[.. form.Value]))];
    }
}

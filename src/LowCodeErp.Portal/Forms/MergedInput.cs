using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Forms;

/// <summary>
/// One's own changes on top of what somebody else stored meanwhile. What only the other one changed stays; where both changed
/// the same field, or the same line, one's own is taken. Nothing that either of them entered anew is lost.
/// </summary>
public static class MergedInput
{
    /// <param name="opened">What the draft was made from.</param>
    /// <param name="current">What is stored now; null when the record was deleted, so that it has to be created again.</param>
    public static RecordInput Create(RecordDraft draft, OpenedRecord opened, OpenedRecord? current)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(opened);
        var input = draft.ToInput();
        if (current is null)
        {
            return input with { Id = null, Version = null, Lines = input.Lines.ToDictionary(lines => lines.Key, lines => AsNew(lines.Value)) };
        }

        return input with
        {
            Version = current.Row.Version,
            Values = input.Values.Where(value => IsChanged(draft, opened.Row, draft.Form[value.Key])).ToDictionary(),
            Lines = draft.Form.SubTables
                .Where(field => AreChanged(draft.LinesOf(field), opened.Lines[field.Key]))
                .ToDictionary(field => field.Key, field => MergeLines(draft.LinesOf(field), opened.Lines[field.Key], current.Lines[field.Key])),
        };
    }

    /// <summary>Whether the draft has another value than the row that it was made from.</summary>
    public static bool IsChanged(RecordDraft draft, RecordRow row, FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(row);
        return draft[field] != InputValue.Of(row[field]);
    }

    private static IReadOnlyList<RecordInput> AsNew(IEnumerable<RecordInput> lines) => [.. lines.Select(line => line with { Id = null, Version = null })];

    private static bool AreChanged(IReadOnlyList<RecordDraft> lines, IReadOnlyList<RecordRow> opened)
        => Entered(lines).Any(line => line.IsNew || line.IsDirty) || !Entered(lines).Select(line => line.Id).SequenceEqual(opened.Select(row => (long?)row.Id));

    private static IReadOnlyList<RecordInput> MergeLines(IReadOnlyList<RecordDraft> lines, IReadOnlyList<RecordRow> opened, IReadOnlyList<RecordRow> current)
    {
        var stored = current.Select(row => row.Id).ToHashSet();
        var known = opened.Select(row => row.Id).ToHashSet();
        var mine = Entered(lines).Select(line => Merge(line, stored)).OfType<RecordInput>();
        var theirs = current.Where(row => !known.Contains(row.Id)).Select(row => new RecordInput { Id = row.Id });
        return [.. mine, .. theirs];
    }

    /// <summary>Null when the other one deleted a line that one did not touch.</summary>
    private static RecordInput? Merge(RecordDraft line, HashSet<long> stored)
    {
        var isStored = line.Id is { } id && stored.Contains(id);
        return (line.IsNew || line.IsDirty, isStored) switch
        {
            (true, true) => line.ToInput() with { Version = null },
            (true, false) => line.ToInput() with { Id = null, Version = null },
            (false, true) => new() { Id = line.Id },
            (false, false) => null,
        };
    }

    private static IEnumerable<RecordDraft> Entered(IEnumerable<RecordDraft> lines) => lines.Where(line => !line.IsNew || line.IsDirty);
}

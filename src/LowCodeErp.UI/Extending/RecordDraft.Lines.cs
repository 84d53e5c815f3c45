using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>The lines of its sub-tables.</summary>
public sealed partial class RecordDraft
{
    public IReadOnlyList<RecordDraft> LinesOf(FieldModel subTable) => Find(subTable).Lines;

    /// <summary>The lines that will be saved: not those new ones into which nobody has written anything.</summary>
    public IEnumerable<RecordDraft> EnteredLinesOf(FieldModel subTable) => Find(subTable).EnteredLines;

    public RecordDraft AddLine(FieldModel subTable)
    {
        ArgumentNullException.ThrowIfNull(subTable);
        var line = New(subTable.Lines!);
        InsertLine(subTable, Find(subTable).Lines.Count, line);
        return line;
    }

    public void InsertLine(FieldModel subTable, int index, RecordDraft line) => Find(subTable).Lines.Insert(index, Rights is null ? line : line.For(Rights));

    public void RemoveLine(FieldModel subTable, RecordDraft line) => Find(subTable).Lines.Remove(line);

    /// <summary>Moves a line by so many places; nothing happens at the ends.</summary>
    public void MoveLine(FieldModel subTable, RecordDraft line, int places)
    {
        var lines = Find(subTable).Lines;
        var index = lines.IndexOf(line) + places;
        if (index >= 0 && index < lines.Count)
        {
            lines.Remove(line);
            lines.Insert(index, line);
        }
    }

    /// <summary>Whether stored lines stand in another order than before; those that are new or removed do not count.</summary>
    internal bool AreLinesMoved(FieldModel subTable) => Find(subTable).AreLinesMoved;

    /// <summary>Puts the named lines first, in their order.</summary>
    internal void ArrangeLines(FieldModel subTable, IReadOnlyList<RecordDraft> first)
    {
        var lines = Find(subTable).Lines;
        List<RecordDraft> others = [.. lines.Except(first)];
        lines.Clear();
        lines.AddRange(first);
        lines.AddRange(others);
    }

    /// <summary>The stored lines that somebody has removed.</summary>
    internal IEnumerable<long> RemovedLinesOf(FieldModel subTable) => Find(subTable).RemovedLines;
}

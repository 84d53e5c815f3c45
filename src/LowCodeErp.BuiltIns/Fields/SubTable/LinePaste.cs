using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

/// <summary>Writes cells that were copied from a spreadsheet into lines, from one cell on to the right and down; missing lines are made.</summary>
/// <param name="columns">Those of the grid that take an entry, in their order.</param>
/// <param name="find">The record or member that a text names; null when there is none, or more than one.</param>
internal sealed class LinePaste(RecordDraft record, FieldModel subTable, IReadOnlyList<FieldModel> columns, Func<FieldModel, string, Task<RecordReference?>> find)
{
    /// <summary>Between two batches the page answers whoever works on it.</summary>
    private const int LinesOfBatch = 50;

    private readonly Dictionary<(FieldModel Column, string Text), RecordReference?> _found = [];
    private readonly List<RecordDraft> _added = [];
    private readonly List<Action> _putBack = [];

    /// <summary>Whose lines they are; after a save the page edits another draft.</summary>
    public RecordDraft Record => record;

    public int Lines { get; private set; }

    /// <param name="progress">Of lines, after each batch.</param>
    public async Task RunAsync(IReadOnlyList<IReadOnlyList<string>> rows, int firstLine, int firstColumn, Action<int> progress)
    {
        // Known from the start: somebody may remove or move a line meanwhile.
        var lines = TakeLines(firstLine, rows.Count);
        foreach (var (line, row) in lines.Zip(rows))
        {
            foreach (var (column, text) in columns.Skip(firstColumn).Zip(row))
            {
                await EnterAsync(line, column, text.Trim());
            }

            Lines++;
            if (Lines % LinesOfBatch == 0)
            {
                progress(Lines);
                await Task.Yield();
            }
        }
    }

    /// <summary>In one step: what was added goes, what was overwritten comes back.</summary>
    public void Undo()
    {
        _added.ForEach(line => record.RemoveLine(subTable, line));
        Enumerable.Reverse(_putBack).ToList().ForEach(putBack => putBack());
    }

    private List<RecordDraft> TakeLines(int first, int count)
    {
        List<RecordDraft> lines = [.. record.LinesOf(subTable).Skip(first).Take(count)];
        while (lines.Count < count)
        {
            _added.Add(record.AddLine(subTable));
            lines.Add(_added[^1]);
        }

        return lines;
    }

    private async Task EnterAsync(RecordDraft line, FieldModel column, string text)
    {
        if (line.IsHidden(column) || line.IsLocked(column))
        {
            return;
        }

        _putBack.AddRange(column.StoredParts.Select(line.Remember));
        if (column.Parts.Count > 0)
        {
            EnterParts(line, column, text);
        }
        else if (column is { HoldsIds: true, IsList: false } && text.Length > 0 && await FindAsync(column, text) is { } match)
        {
            line.Enter(column, InputValue.Of((decimal)match.Id), match.Title);
        }
        else
        {
            line.Enter(column, InputValue.Of(text));
        }
    }

    private static void EnterParts(RecordDraft line, FieldModel column, string text)
    {
        var inputs = column.PartedType.TakeApart(InputValue.Of(text), [.. column.Parts.Select(_ => InputValue.Blank)], column.Settings, column.Key, new DiagnosticBag());
        foreach (var (part, input) in column.Parts.Zip(inputs))
        {
            line.Enter(part, input);
        }
    }

    private async Task<RecordReference?> FindAsync(FieldModel column, string text)
    {
        if (!_found.TryGetValue((column, text), out var match))
        {
            _found[(column, text)] = match = await find(column, text);
        }

        return match;
    }
}

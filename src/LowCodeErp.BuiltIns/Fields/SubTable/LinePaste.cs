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
    private readonly Dictionary<(FieldModel Column, string Text), RecordReference?> _found = [];

    public async Task RunAsync(IReadOnlyList<IReadOnlyList<string>> rows, int firstLine, int firstColumn)
    {
        foreach (var (offset, row) in rows.Index())
        {
            var lines = record.LinesOf(subTable);
            var line = firstLine + offset < lines.Count ? lines[firstLine + offset] : record.AddLine(subTable);
            foreach (var (column, text) in columns.Skip(firstColumn).Zip(row))
            {
                await EnterAsync(line, column, text.Trim());
            }
        }
    }

    private async Task EnterAsync(RecordDraft line, FieldModel column, string text)
    {
        if (line.IsHidden(column) || line.IsLocked(column))
        {
            return;
        }

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

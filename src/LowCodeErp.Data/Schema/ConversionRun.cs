using System.Runtime.CompilerServices;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Converts the values of a field whose type changes. It is run twice: to see what would become of them, before anything is
/// changed, and to write the new column.
/// </summary>
internal sealed class ConversionRun(WorkspaceContext services, WriteTransaction transaction)
{
    private const int MostListed = 1_000;

    private readonly ConversionRows _rows = new(services, transaction);

    /// <returns>Null when every value stays what it is, so that the column can.</returns>
    public async Task<ColumnConversion?> JudgeAsync(FieldPair pair, ReferenceTexts texts, CancellationToken cancellationToken)
    {
        var (changed, left, leftCount, isSame) = (0L, new List<LeftBehindValue>(), 0L, pair.IsSameStorage);
        await foreach (var row in ConvertAsync(ConversionPlace.Before(pair), texts, cancellationToken))
        {
            isSame &= Equals(row.Row.Content, row.Content);
            changed += row.Content is null ? 0 : 1;
            leftCount += row.Problem is null ? 0 : 1;
            if (row.Problem is { } problem && left.Count < MostListed)
            {
                left.Add(new(row.Row.Id, row.Row.Title, row.Shown, problem));
            }
        }

        return isSame ? null : new(pair, changed, left, leftCount);
    }

    /// <returns>How many values could not be converted.</returns>
    public async Task<long> FillAsync(FieldPair pair, ReferenceTexts texts, long version, CancellationToken cancellationToken)
    {
        var left = 0L;
        var batch = new List<(long, object)>();
        var place = ConversionPlace.After(pair, version);
        await foreach (var rows in _rows.ReadAsync(place, cancellationToken))
        {
            batch.Clear();
            foreach (var row in await ConvertAsync(pair, rows, texts, cancellationToken))
            {
                left += row.Problem is null ? 0 : 1;
                if (row.Content is not null)
                {
                    batch.Add((row.Row.Id, row.Content));
                }
            }

            await _rows.WriteAsync(pair.New, batch, cancellationToken);
        }

        return left;
    }

    private async IAsyncEnumerable<ConvertedRow> ConvertAsync(
        ConversionPlace place, ReferenceTexts texts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var rows in _rows.ReadAsync(place, cancellationToken))
        {
            foreach (var row in await ConvertAsync(place.Pair, rows, texts, cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>
    /// A value that an older column of this type remembers comes back where the record still says, step by step, what was made
    /// of it since; or where that was computed.
    /// </summary>
    private static async Task<IReadOnlyList<ConvertedRow>> ConvertAsync(
        FieldPair pair, IReadOnlyList<ConversionRow> rows, ReferenceTexts texts, CancellationToken cancellationToken)
    {
        IReadOnlyList<object?> contents = [.. rows.Select(row => row.Content)];
        var ahead = await ConvertAsync(new(pair.Old, pair.New), contents, texts, cancellationToken);
        if (pair.Memory.Count == 0)
        {
            return [.. rows.Select((row, index) => new ConvertedRow(row, ahead[index]))];
        }

        var isUntouched = Enumerable.Repeat(true, rows.Count).ToArray();
        var later = pair.Old;
        foreach (var (step, kept) in pair.Memory.Index())
        {
            IReadOnlyList<object?> older = [.. rows.Select(row => row.Remembered[step])];
            var made = await ConvertAsync(new(kept.Field, later), older, texts, cancellationToken);
            isUntouched = [.. isUntouched.Select((untouched, index) => untouched && (later.IsComputed || Equals(made[index].Content, contents[index])))];
            (later, contents) = (kept.Field, older);
        }

        var again = await ConvertAsync(new(later, pair.New), contents, texts, cancellationToken);
        return [.. rows.Select((row, index) => new ConvertedRow(row, isUntouched[index] && again[index].Content is not null ? again[index] : ahead[index]))];
    }

    private static async Task<IReadOnlyList<ConvertedValue>> ConvertAsync(
        ValueConversion conversion, IReadOnlyList<object?> contents, ReferenceTexts texts, CancellationToken cancellationToken)
    {
        var inputs = conversion.NeedsLookup
            ? await texts.FindAsync(conversion, contents, cancellationToken)
            : [.. contents.Select(content => content is null ? InputValue.Blank : conversion.ToInput(content))];
        return [.. contents.Zip(inputs, (content, input) => Convert(conversion, content, input))];
    }

    private static ConvertedValue Convert(ValueConversion conversion, object? content, InputValue input)
    {
        if (content is null)
        {
            return default;
        }

        var (read, problem) = conversion.Read(content, input);
        return new(read, problem, problem is null ? "" : input.Kind == InputKind.Text ? (string)input.Content! : conversion.Show(content));
    }

    private readonly record struct ConvertedValue(object? Content, LocalizedText? Problem, string Shown);

    private readonly record struct ConvertedRow(ConversionRow Row, ConvertedValue Value)
    {
        public object? Content => Value.Content;

        public LocalizedText? Problem => Value.Problem;

        public string Shown => Value.Shown;
    }
}

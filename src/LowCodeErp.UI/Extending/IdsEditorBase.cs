using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.UI.Extending;

/// <summary>What the editor of several records or members derives from: names that were typed or pasted are looked up.</summary>
public abstract class IdsEditorBase<TSettings> : ListEditorBase<TSettings> where TSettings : class
{
    private const int Suggestions = 20;

    protected IReadOnlyList<PickedItem> Chips => [.. Items.Select(ToChip)];

    /// <summary>Best matches first.</summary>
    protected abstract Task<IReadOnlyList<RecordReference>> SuggestAllAsync(string? text, int take, CancellationToken cancellationToken);

    /// <summary>Without those that are chosen.</summary>
    protected async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
    {
        var chosen = Items.Select(item => item.Content).OfType<decimal>().ToHashSet();
        var found = await SuggestAllAsync(text, Suggestions + chosen.Count, cancellationToken);
        return [.. found.Where(match => !chosen.Contains(match.Id)).Take(Suggestions)];
    }

    protected Task PickAsync(RecordReference match) => AddAsync(Take(match));

    /// <summary>What names no record stays as it was typed, so that it can be seen and corrected.</summary>
    protected async Task FindAsync(string text)
    {
        if (await FindOneAsync(text.Trim()) is { } whole)
        {
            await AddAsync(Take(whole));
            return;
        }

        var items = new List<InputValue>();
        foreach (var name in ListText.Split(text))
        {
            items.Add(await FindOneAsync(name) is { } one ? Take(one) : InputValue.Of(name));
        }

        await AddAsync(items);
    }

    /// <summary>Null when nothing, or more than one thing, is called so.</summary>
    private async Task<RecordReference?> FindOneAsync(string name)
    {
        var matches = await SuggestAllAsync(name, Suggestions, CancellationToken.None);
        return matches.Where(match => match.IsNamed(name)).ToList() is [var only] ? only : null;
    }

    private InputValue Take(RecordReference match)
    {
        Draft.SetItemTitle(Field, match.Id, match.Title);
        return InputValue.Of((decimal)match.Id);
    }

    private PickedItem ToChip(InputValue item) => item.Content is decimal id
        ? new(Draft.ItemTitleOf(Field, (long)id) ?? string.Create(CultureInfo.InvariantCulture, $"#{id}"))
        : new(item.Content as string ?? "", IsWrong: true);
}

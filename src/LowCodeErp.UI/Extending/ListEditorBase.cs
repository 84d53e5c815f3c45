using LowCodeErp.Core.Values;

namespace LowCodeErp.UI.Extending;

/// <summary>What the editor of a field of several values derives from: items that are added and removed one by one.</summary>
public abstract class ListEditorBase<TSettings> : FieldEditorBase<TSettings> where TSettings : class
{
    /// <summary>As typed or stored; what could not be read is among them.</summary>
    protected IReadOnlyList<InputValue> Items => Input.Items;

    protected Task AddAsync(params IEnumerable<InputValue> items) => SetAsync(InputValue.Of(Items.Concat(items)), null);

    /// <summary>Several at once where the text has separators, as in a pasted list.</summary>
    protected Task AddTextAsync(string text) => AddAsync(InputValue.Of(text).Items);

    protected Task RemoveAsync(int index) => SetAsync(InputValue.Of(Items.Where((_, place) => place != index)), null);
}

namespace LowCodeErp.Data.Records;

/// <summary>A column with where its value comes from.</summary>
internal sealed record StoredProperty<T>(StoreColumn Column, Func<T, object?> Read)
{
    public object ToProvider(T item) => Column.ToProvider(Read(item));
}

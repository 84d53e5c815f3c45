namespace LowCodeErp.Core.Values;

/// <summary>A value of a field. There is one kind of blank, and an empty text is it.</summary>
/// <param name="Kind">Decides the type of <paramref name="Content"/>, see <see cref="ValueKind"/>.</param>
/// <param name="Content">Null when blank.</param>
public readonly record struct Value(ValueKind Kind, object? Content)
{
    public bool IsBlank => Content is null;

    public static Value Blank(ValueKind kind) => new(kind, null);

    public static Value Of(string? text) => new(ValueKind.Text, string.IsNullOrEmpty(text) ? null : text);

    public static Value Of(decimal number) => new(ValueKind.Number, number);

    public static Value Of(DateOnly date) => new(ValueKind.Date, date);

    /// <param name="utc">In UTC.</param>
    public static Value Of(DateTime utc) => new(ValueKind.DateTime, DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    public static Value Of(TimeOnly time) => new(ValueKind.Time, (decimal)((time.Hour * 60) + time.Minute));

    public static Value Of(bool boolean) => new(ValueKind.Boolean, boolean);

    public static Value OfReference(long id) => new(ValueKind.Reference, id);

    public static Value OfTexts(IEnumerable<string> texts) => Of(new ValueList<string>(texts));

    public static Value OfIds(IEnumerable<long> ids) => Of(new ValueList<long?>(ids.Select(id => (long?)id)));

    public static Value Of(ValueList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new(ValueKind.List, list.Count == 0 ? null : list);
    }

    /// <exception cref="NullReferenceException">The value is blank.</exception>
    public decimal AsNumber() => (decimal)Content!;

    /// <summary>The values of a list; none when blank.</summary>
    public IEnumerable<object> AsItems() => ((ValueList?)Content)?.Items ?? [];

    /// <exception cref="NullReferenceException">The value is blank.</exception>
    public TimeOnly AsTime() => TimeOnly.MinValue.AddMinutes((double)(decimal)Content!);

    /// <summary>The text, or null when blank.</summary>
    public string? AsText() => (string?)Content;
}

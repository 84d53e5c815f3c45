namespace LowCodeErp.Core.Values;

public enum InputKind
{
    Blank,
    Text,
    Number,
    Boolean,
    DateTime,
    List,
}

/// <summary>
/// What a person, a file or a program hands in, before a field type has read it. Every door (page, import, command)
/// turns its own form of input into this, so that each field type has one reader and gives one verdict.
/// </summary>
public readonly record struct InputValue
{
    private InputValue(InputKind kind, object? content)
    {
        Kind = kind;
        Content = content;
    }

    public InputKind Kind { get; }

    /// <summary>A string, decimal, bool, DateTime or <see cref="InputList"/> according to <see cref="Kind"/>; null when blank. A DateTime of
    /// kind UTC is a moment; any other is what the clock on the wall of the workspace shows, as in a cell of a file.</summary>
    public object? Content { get; }

    public static InputValue Blank => default;

    public bool IsBlank => Kind == InputKind.Blank;

    /// <summary>The input as several: the items of a list, the parts of a text (see <see cref="ListText"/>), else the one that it is.</summary>
    public IReadOnlyList<InputValue> Items => Content switch
    {
        null => [],
        InputList list => list,
        string text => [.. ListText.Split(text).Select(Of)],
        _ => [this],
    };

    /// <summary>An empty text is blank; white space is kept, trimming is the field type's decision.</summary>
    public static InputValue Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new(InputKind.Text, text);

    public static InputValue Of(decimal number) => new(InputKind.Number, number);

    public static InputValue Of(bool boolean) => new(InputKind.Boolean, boolean);

    public static InputValue Of(DateTime dateTime) => new(InputKind.DateTime, dateTime);

    public static InputValue Of(DateOnly date) => Of(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>As a cell of a file has it: a moment of no particular day.</summary>
    public static InputValue Of(TimeOnly time) => Of(DateTime.MinValue + time.ToTimeSpan());

    /// <summary>Without the blanks; blank when nothing is left.</summary>
    public static InputValue Of(IEnumerable<InputValue> items)
    {
        var list = new InputList(items.Where(item => !item.IsBlank));
        return list.Count == 0 ? Blank : new(InputKind.List, list);
    }

    /// <summary>The input that reads back to this value, for doors that hold values already (the page, a command).</summary>
    public static InputValue Of(Value value) => value.Content switch
    {
        null => Blank,
        string text => Of(text),
        decimal when value.Kind == ValueKind.Time => Of(value.AsTime()),
        decimal number => Of(number),
        long id => Of((decimal)id),
        bool boolean => Of(boolean),
        DateOnly date => Of(date),
        DateTime dateTime => Of(dateTime),
        ValueList list => Of(list.Items.Select(item => item is long id ? Of((decimal)id) : Of((string)item))),
        _ => throw new ArgumentException($"A {value.Kind} value is not an input of a single field.", nameof(value)),
    };
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Fields;

/// <summary>
/// What the engine knows of a field type. Authors derive from <see cref="FieldType{TSettings}"/>, which casts the
/// settings once.
/// </summary>
public interface IFieldType : IExtension
{
    /// <summary>What formulas, filters and columns see when they read the field.</summary>
    ValueKind ValueKind { get; }

    FieldComponents Components { get; }

    FieldShape GetShape(object settings);

    /// <summary>Whether the value is one text that people type in, and can be stored encrypted.</summary>
    bool CanBeSensitive { get; }

    /// <summary>Null unless a counter fills the field.</summary>
    Numbering? GetNumbering(object settings);

    /// <summary>What the field may hold, in the order in which it is offered; null when that is no short list. Filters offer it.</summary>
    IReadOnlyList<FieldOption>? GetOptions(object settings);

    /// <summary>Reports settings that contradict each other; <paramref name="path"/> is the path of the settings.</summary>
    void CheckSettings(object settings, string path, DiagnosticBag diagnostics);

    /// <summary>
    /// Turns input into a value, or reports why it cannot. References and members arrive here as ids: the engine has looked
    /// up codes and names before, for all rows of a batch at once.
    /// </summary>
    Value Read(InputValue input, object settings, string path, DiagnosticBag diagnostics);

    /// <summary>Reports a value that is readable but not allowed (range, length). Never called for a blank.</summary>
    void Check(Value value, object settings, string path, DiagnosticBag diagnostics);

    /// <summary>The values whose shown text contains the text, for a type that stores something else; null where filters look into what is stored.</summary>
    IReadOnlyList<Value>? FindByText(string text, object settings);

    /// <summary>The text in lists, exports and messages; blank is "". A reference is shown by its title, not through this.</summary>
    string Format(Value value, object settings, CultureInfo culture);

    /// <summary>What is shown of a value to whoever may see a part of it that identifies nothing: <c>138****5678</c>. Never called for a blank.</summary>
    string Mask(Value value, object settings);

    /// <summary>The cell of an exported file. Reading it again, typed or as the text of a .csv, yields the value.</summary>
    InputValue Export(Value value, object settings, CultureInfo culture);
}

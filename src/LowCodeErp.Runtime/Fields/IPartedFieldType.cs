using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Fields;

/// <summary>
/// What the engine knows of a field type whose value is several fields. The parts are read, checked, stored, filtered and
/// imported as what they are; this is about what they mean together.
/// </summary>
public interface IPartedFieldType : IFieldType
{
    /// <summary>
    /// The inputs of the parts, in their order. A text for all of them is taken apart as far as it can be; a part that only means
    /// something beside the others (a district of a city) is made definite.
    /// </summary>
    /// <param name="whole">One input for all parts; blank when there is none.</param>
    /// <param name="parts">What is given for each part, else what is stored.</param>
    IReadOnlyList<InputValue> TakeApart(InputValue whole, IReadOnlyList<InputValue> parts, object settings, string path, DiagnosticBag diagnostics);

    /// <summary>Reports parts that contradict each other, at the path of one of them (the field's, a hyphen, its key) or of the field. Any may be blank.</summary>
    void CheckParts(IReadOnlyList<Value> parts, object settings, string path, DiagnosticBag diagnostics);

    /// <summary>One text for all; "" when all are blank. <see cref="TakeApart"/> reads it.</summary>
    string FormatParts(IReadOnlyList<Value> parts, object settings, CultureInfo culture);
}

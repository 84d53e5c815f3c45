using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Forms;

/// <summary>
/// The values of a field whose type or settings change, as the new field reads them: the way of an exported cell that is
/// imported again. Nothing is rounded or cut off; what would not keep its meaning is not converted.
/// </summary>
/// <remarks>Ids are the caller's affair where they have to be looked up, see <see cref="NeedsLookup"/>.</remarks>
public sealed class ValueConversion(FieldModel from, FieldModel to)
{
    /// <summary>More than any field has.</summary>
    private const int MostDecimals = 15;

    /// <summary>The product's first language: options are written by their label in it, and read by either.</summary>
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public FieldModel From { get; } = from;

    public FieldModel To { get; } = to;

    /// <summary>Whether records or members are known by id on one side and by their titles on the other.</summary>
    public bool NeedsLookup => (From.HoldsIds || To.HoldsIds) && !IsSameTarget;

    private bool IsSameTarget => From.ItemShape == To.ItemShape && From.Target?.Key == To.Target?.Key;

    /// <summary>What the new field is given for a value of the old one.</summary>
    public InputValue ToInput(object content)
    {
        var value = new Value(From.Kind, content);
        var isAsItIs = IsSameTarget && From.HoldsIds || From.Type.Key == To.Type.Key;
        return isAsItIs ? OneOf(InputValue.Of(value)) : From.Type.Export(value, From.Settings, Chinese);
    }

    /// <summary>The text that people know a value by.</summary>
    public string Show(object content) => From.Type.Format(new(From.Kind, content), From.Settings, CultureInfo.CurrentUICulture);

    /// <returns>The value, or why there is none.</returns>
    public (object? Content, LocalizedText? Problem) Read(object content, InputValue input)
    {
        var found = new DiagnosticBag();
        var value = To.Type.Read(input, To.Settings, To.Key, found);
        if (!value.IsBlank && !found.HasErrors)
        {
            To.Type.Check(value, To.Settings, To.Key, found);
        }

        return found.Items.FirstOrDefault(item => item.Severity == Severity.Error) is { } error ? (null, error.Message)
            : value.IsBlank ? (null, ConversionTexts.BecomesBlank)
            : LosesPart(content, input, value) ? (null, ConversionTexts.BecomesAnother(To.Type.Format(value, To.Settings, Chinese)))
            : (value.Content, null);
    }

    /// <summary>A list of one is that one for a field that takes no more; the field type says what it thinks of several.</summary>
    private InputValue OneOf(InputValue input) => !To.IsList && input.Items is [var only] ? only : input;

    /// <summary>Digits behind the point, or the time of day.</summary>
    private static bool LosesPart(object content, InputValue input, Value value) => (content, value.Content) switch
    {
        (decimal before, decimal after) => before != after,
        (string text, decimal after) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var before) && IsRounded(before, after),
        (DateTime, DateOnly) => input.Content is DateTime { TimeOfDay.Ticks: not 0 },
        (string text, DateOnly) => DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time) && time.TimeOfDay != TimeSpan.Zero,
        _ => false,
    };

    /// <summary>A percentage that is written without its sign is another number, but no rounded one.</summary>
    private static bool IsRounded(decimal before, decimal after)
        => before != after && Enumerable.Range(0, MostDecimals).Any(decimals => Math.Round(before, decimals, MidpointRounding.AwayFromZero) == after);
}

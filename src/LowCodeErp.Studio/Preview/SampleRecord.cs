using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Studio.Preview;

/// <summary>A record as somebody might fill it in, to see a form with something in it.</summary>
internal static class SampleRecord
{
    private const int Lines = 2;

    /// <summary>What people enter, the most telling first: each field takes the first that suits it.</summary>
    private static readonly InputValue[] _inputs =
    [
        InputValue.Of("91350100M000100Y43"), InputValue.Of("13800138000"), InputValue.Of("name@example.com"), InputValue.Of("https://example.com/"), InputValue.Of("#2563eb"),
        InputValue.Of("118.180000, 24.490000"), InputValue.Of("2026-11-20"), InputValue.Of("2026-11-20 09:30"), InputValue.Of("09:30"), InputValue.Of(true),
    ];

    /// <summary>Amounts and quantities as they are met with; a telephone number is no amount.</summary>
    private static readonly InputValue[] _numbers = [InputValue.Of("100"), InputValue.Of("3"), InputValue.Of("0.5"), InputValue.Of("1")];

    /// <summary>It holds this from the start: nothing of it counts as entered by whoever looks.</summary>
    public static RecordDraft Of(FormModel form)
    {
        var filled = form.Fields.Where(IsFilled).Select(field => (Field: field, Input: InputFor(field))).Where(entry => entry.Input is not null);
        var draft = RecordDraft.New(form, new Dictionary<FieldModel, RecordReference>(), filled.ToDictionary(entry => entry.Field, entry => entry.Input!.Value));
        foreach (var subTable in form.SubTables)
        {
            Enumerable.Range(0, Lines).ToList().ForEach(place => draft.InsertLine(subTable, place, Of(subTable.Lines!)));
        }

        return draft;
    }

    private static bool IsFilled(FieldModel field)
        => field is { IsStored: true, HoldsIds: false, IsComputed: false, Numbering: null, Default.IsBlank: true } && field != field.Form.ParentReference;

    /// <summary>Texts that any text is take the name of the field, so that the page can be read.</summary>
    private static InputValue? InputFor(FieldModel field)
        => field.Type.GetOptions(field.Settings) is [var option, ..] ? InputValue.Of(option.Label.ToString())
            : field.Kind == ValueKind.Number ? _numbers.Where(input => Suits(field, input)).Select(input => (InputValue?)input).FirstOrDefault()
            : Suits(field, InputValue.Of("·")) ? InputValue.Of(field.Label.ToString())
            : _inputs.Where(input => Suits(field, input)).Select(input => (InputValue?)input).FirstOrDefault();

    private static bool Suits(FieldModel field, InputValue input)
    {
        var diagnostics = new DiagnosticBag();
        var value = field.Type.Read(input, field.Settings, "", diagnostics);
        if (!diagnostics.HasErrors && !value.IsBlank)
        {
            field.Type.Check(value, field.Settings, "", diagnostics);
        }

        return !diagnostics.HasErrors && !value.IsBlank;
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
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

    public static RecordDraft Of(FormModel form)
    {
        var draft = RecordDraft.New(form);
        Fill(draft);
        return draft;
    }

    private static void Fill(RecordDraft draft)
    {
        foreach (var field in draft.Form.Fields.Where(field => !field.IsComputed && field.Numbering is null))
        {
            if (field.Lines is not null)
            {
                Enumerable.Range(0, Lines).Select(_ => draft.AddLine(field)).ToList().ForEach(Fill);
            }
            else if (field is { IsStored: true, HoldsIds: false } && field != field.Form.ParentReference && draft[field].IsBlank && InputFor(field) is { } input)
            {
                draft.Enter(field, input);
            }
        }
    }

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

using System.Globalization;
using System.Text;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.UI.Formulas;

/// <summary>What may stand on the right of a test of a field.</summary>
internal static class OperandChoices
{
    /// <param name="field">Null for what is counted or added up, which is a number.</param>
    public static IReadOnlyList<OperandKind> KindsOf(FieldModel? field, bool hasOtherFields)
    {
        OperandKind[] own = field switch
        {
            null => [OperandKind.Value],
            { ItemShape: FieldShape.Member } => [OperandKind.Me],
            { ItemShape: FieldShape.Department } => [OperandKind.MyDepartment],
            { HoldsIds: true } => [],
            { Kind: ValueKind.Date or ValueKind.DateTime } => [OperandKind.Value, OperandKind.Today, OperandKind.DaysAgo, OperandKind.DaysLater],
            _ => [OperandKind.Value],
        };
        return hasOtherFields || own.Length == 0 ? [.. own, OperandKind.Field] : own;
    }

    /// <summary>Null for one that is still to be chosen.</summary>
    public static OperandKind? KindOf(Operand operand) => operand switch
    {
        Operand.Nothing => null,
        Operand.Today { Days: 0 } => OperandKind.Today,
        Operand.Today { Days: < 0 } => OperandKind.DaysAgo,
        Operand.Today => OperandKind.DaysLater,
        Operand.Me => OperandKind.Me,
        Operand.MyDepartment => OperandKind.MyDepartment,
        Operand.Field => OperandKind.Field,
        _ => OperandKind.Value,
    };

    public static Operand New(OperandKind kind) => kind switch
    {
        OperandKind.Today => new Operand.Today(0),
        OperandKind.DaysAgo => new Operand.Today(-7),
        OperandKind.DaysLater => new Operand.Today(7),
        OperandKind.Me => new Operand.Me(),
        OperandKind.MyDepartment => new Operand.MyDepartment(),
        OperandKind.Field => new Operand.Field(""),
        _ => new Operand.Nothing(),
    };

    /// <summary>Fields of the form that hold what the field holds.</summary>
    public static IReadOnlyList<FieldModel> OthersLike(FormModel form, FieldModel? field) => [.. SubjectFields.Of(form).Where(other
        => other != field && other is { IsList: false, Lines: null, FileRule: null }
            && other.Kind == (field?.Kind ?? ValueKind.Number) && other.Target == field?.Target
            && (field is null || other.ItemShape.GetType() == field.ItemShape.GetType() || !field.HoldsIds && !other.HoldsIds))];

    /// <summary>What was typed for a number or a text; nothing when it is blank or no number.</summary>
    public static Operand Read(string text, bool isNumber)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? new Operand.Nothing() : isNumber ? ReadNumber(trimmed) : new Operand.Text(trimmed);
    }

    public static string Write(Operand operand) => operand switch
    {
        Operand.Text text => text.Content,
        Operand.Number number => number.Written,
        Operand.Date date => date.Content.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static Operand ReadNumber(string text)
    {
        // Half a pair of letters cannot be normalised, and is no number either.
        var folded = text.Any(char.IsSurrogate) ? "" : text.Normalize(NormalizationForm.FormKC).Trim();
        var isPercent = folded.EndsWith('%');
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(folded.TrimEnd('%'), styles, CultureInfo.InvariantCulture, out var number)
            ? new Operand.Number(number == 0 ? 0 : number, isPercent)
            : new Operand.Nothing();
    }
}

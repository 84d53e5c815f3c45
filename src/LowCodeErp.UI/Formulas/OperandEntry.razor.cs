using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Formulas;

public sealed partial class OperandEntry : ComponentBase
{
    [Parameter, EditorRequired]
    public FormulaPlace Place { get; set; } = null!;

    /// <summary>The test that it belongs to.</summary>
    [Parameter, EditorRequired]
    public BuiltCondition.Test Test { get; set; } = null!;

    [Parameter, EditorRequired]
    public Operand Operand { get; set; } = null!;

    [Parameter]
    public EventCallback<Operand> Changed { get; set; }

    [Inject]
    private IStringLocalizer<OperandEntry> Texts { get; set; } = null!;

    private TestOperator Operator => Test.Operator;

    private FieldModel? Field => Test.Subject is Subject.Aggregate ? null : SubjectFields.Find(Place.Form, Test.Subject.Path);

    private bool IsDays => Operator is TestOperator.LastDays or TestOperator.NextDays;

    private bool IsDate => !IsDays && Field?.Kind is ValueKind.Date or ValueKind.DateTime;

    private bool IsNumber => IsDays || Field is null or { Kind: ValueKind.Number };

    private IReadOnlyList<FieldOption>? Options
    {
        get
        {
            var known = Field is { Kind: not ValueKind.Boolean } asked ? asked.Type.GetOptions(asked.Settings) : null;
            // A record may still hold what is no option any more.
            return known is not null && Operand is Operand.Text text && known.All(option => option.Key != text.Content) ? [.. known, new(text.Content, new(text.Content))] : known;
        }
    }

    private IReadOnlyList<string> FieldPaths
        => [.. OperandChoices.OthersLike(Place.Form, Field).Where(Place.Offers).Select(other => other.Key).Union(Operand is Operand.Field { Path.Length: > 0 } chosen ? [chosen.Path] : Array.Empty<string>())];

    private IReadOnlyList<OperandKind> Kinds
    {
        get
        {
            var kinds = IsDays ? [OperandKind.Value] : OperandChoices.KindsOf(Field, FieldPaths.Count > 0);
            return OperandChoices.KindOf(Operand) is { } own && !kinds.Contains(own) ? [.. kinds, own] : kinds;
        }
    }

    private OperandKind Kind => OperandChoices.KindOf(Operand) ?? Kinds[0];

    private IEnumerable<Operand.Period> Periods
        => new[] { 0, -1, 1 }.SelectMany(_ => Operand.Period.Units, (offset, unit) => new Operand.Period(unit, offset)).Union([(Operand.Period)Operand]);

    private static string Written(Operand.Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.Unit}:{period.Offset}");

    private Task TakePeriodAsync(string written)
        => Changed.InvokeAsync(Periods.First(period => Written(period) == written));

    private Task TakeDateAsync(string? text)
        => Changed.InvokeAsync(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Operand.Date(date) : new Operand.Nothing());

    /// <summary>No day before or after is today.</summary>
    private Task TakeDaysAsync(string text)
    {
        var isAgo = Kind == OperandKind.DaysAgo;
        return OperandChoices.Read(text, isNumber: true) is Operand.Number { IsPercent: false, Content: >= 0 and <= TestOperators.MostDays } days && decimal.IsInteger(days.Content)
            ? Changed.InvokeAsync(new Operand.Today((int)days.Content * (isAgo ? -1 : 1)))
            : Task.CompletedTask;
    }
}

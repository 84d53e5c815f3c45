using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Formulas;

public sealed partial class SubjectChoice : ComponentBase
{
    /// <summary>A path may lead through so many forms.</summary>
    private const int MostSteps = 3;

    /// <summary>What stands for the reference itself, instead of a field behind it.</summary>
    private const string Itself = "";

    private readonly ElementReference[] _boxes = new ElementReference[MostSteps + 1];

    [Parameter, EditorRequired]
    public FormulaPlace Place { get; set; } = null!;

    [Parameter, EditorRequired]
    public Subject Subject { get; set; } = Subject.Nothing;

    [Parameter]
    public EventCallback<Subject> SubjectChanged { get; set; }

    [Inject]
    private IStringLocalizer<SubjectChoice> Texts { get; set; } = null!;

    private IReadOnlyList<Step> Steps => [.. FindSteps()];

    public ValueTask FocusAsync() => _boxes[0].FocusAsync();

    private IEnumerable<Step> FindSteps()
    {
        var path = Subject.Path.Length == 0 ? [] : SubjectFields.Walk(Place.Form, Subject.Path) ?? [];
        yield return new("", path.Count == 0 ? "" : path[0].Key, [.. Fields(Place.Form, path)]);
        for (var step = 0; step < path.Count && step < MostSteps; step++)
        {
            var field = path[step];
            if (field.Lines is { } lines)
            {
                yield return new(field.Label.ToString(), Subject is Subject.Aggregate aggregate ? KeyOf(aggregate, path[^1]) : "", [.. Aggregates(lines, path)]);
                yield break;
            }

            if (field is { Target: { } target, IsList: false } && Place.FollowsReferences)
            {
                var inner = Fields(target, path).Where(offer => target.Find(offer.Value) is { Lines: null });
                yield return new(field.Label.ToString(), step + 1 < path.Count ? path[step + 1].Key : Itself, [new(Itself, Texts["Itself", field.Label]), .. inner]);
            }
        }
    }

    private IEnumerable<Offer> Fields(FormModel form, IReadOnlyList<FieldModel> chosen) => Offered(form, chosen).Select(field => new Offer(field.Key, field.Label.ToString()));

    /// <summary>What was chosen already is named, whoever chose it.</summary>
    private IEnumerable<FieldModel> Offered(FormModel form, IReadOnlyList<FieldModel> chosen) => SubjectFields.Of(form).Where(field => Place.Offers(field) || chosen.Contains(field));

    private IEnumerable<Offer> Aggregates(FormModel lines, IReadOnlyList<FieldModel> chosen)
    {
        yield return new(Subject.Aggregate.Count, Texts["Count"]);
        foreach (var field in Offered(lines, chosen).Where(field => field is { Kind: ValueKind.Number, IsList: false }))
        {
            foreach (var function in Subject.Aggregate.Functions.Where(function => function != Subject.Aggregate.Count))
            {
                yield return new($"{function}.{field.Key}", Texts[$"Aggregate.{function}", field.Label]);
            }
        }
    }

    private static string KeyOf(Subject.Aggregate aggregate, FieldModel last)
        => aggregate.Function == Subject.Aggregate.Count ? Subject.Aggregate.Count : $"{aggregate.Function}.{last.Key}";

    private Task ChooseAsync(int step, string chosen)
    {
        var keys = Subject.Path.Split('.').Take(step).ToList();
        if (step > 0 && SubjectFields.Find(Place.Form, string.Join('.', keys)) is { Lines: not null })
        {
            var column = chosen.IndexOf('.', StringComparison.Ordinal);
            return SubjectChanged.InvokeAsync(column < 0 ? new Subject.Aggregate(chosen, keys[0]) : new Subject.Aggregate(chosen[..column], keys[0] + chosen[column..]));
        }

        var path = string.Join('.', chosen.Length == 0 ? keys : keys.Append(chosen));
        return SubjectChanged.InvokeAsync(SubjectFields.Find(Place.Form, path) is { Lines: not null }
            ? new Subject.Aggregate(Subject.Aggregate.Count, path)
            : SubjectFields.SubjectOf(Place.Form, path));
    }

    private sealed record Offer(string Value, string Name);

    /// <param name="Of">The field whose form it is; blank for the first.</param>
    private sealed record Step(string Of, string Chosen, IReadOnlyList<Offer> Items);
}

using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Formulas;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Views;

public sealed partial class ViewEditor
{
    private ViewDefinition? _given;

    [Parameter, EditorRequired]
    public ViewDefinition View { get; set; } = null!;

    [Parameter]
    public EventCallback<ViewDefinition> ViewChanged { get; set; }

    /// <summary>The fields that a list can show.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldOption> Fields { get; set; } = [];

    /// <summary>What is wrong with the view.</summary>
    [Parameter]
    public IReadOnlyList<Diagnostic> Problems { get; set; } = [];

    /// <summary>Told apart where a page shows two of them.</summary>
    [Parameter]
    public string IdPrefix { get; set; } = "view";

    /// <summary>What its filter may read; null as long as nobody knows.</summary>
    [Parameter, EditorRequired]
    public FormulaPlace? FilterPlace { get; set; }

    /// <summary>Null on a page that keeps no drafts of what is being typed.</summary>
    [CascadingParameter]
    private UnfinishedTexts? Unfinished { get; set; }

    /// <summary>A colour is asked of rows that a page has read already: it reads no other records.</summary>
    private FormulaPlace? ColourPlace => FilterPlace is { } place ? place with { Options = FormulaOptions.Condition, FollowsReferences = false } : null;

    /// <summary>With all changes, also those that the page has still to take over: a busy browser is not drawn between two of them.</summary>
    private ViewDefinition Current { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(View, _given))
        {
            (_given, Current) = (View, View);
        }
    }

    private Task Set(ViewDefinition view)
    {
        Current = Unfinished is { IsAsking: true } ? Current : view;
        return ViewChanged.InvokeAsync(view);
    }

    private Task SetColour(int index, ViewColourDefinition colour) => Set(Current with { Colours = With(Current.Colours, index, colour) });

    private string NameOf(string key) => Fields.FirstOrDefault(field => field.Key == key)?.Label.ToString() ?? key;

    private string Describe(ViewFilterDefinition filter) => string.Join("，", new[]
    {
        filter.Contains,
        filter.From.Length + filter.To.Length > 0 ? $"{filter.From}–{filter.To}" : "",
        filter.OneOf.Count > 0 ? Text["Chosen", filter.OneOf.Count] : "",
    }.Where(part => part.Length > 0));

    private RenderFragment Options(IEnumerable<string> except) => builder =>
    {
        foreach (var field in Fields.ExceptBy(except, field => field.Key))
        {
            builder.OpenElement(0, "option");
            builder.SetKey(field.Key);
            builder.AddAttribute(1, "value", field.Key);
            builder.AddContent(2, field.Label.ToString());
            builder.CloseElement();
        }
    };

    private static int? ReadWidth(object? text) => int.TryParse(text?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> items, int place, T item) => [.. items.Select((known, index) => index == place ? item : known)];

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int place) => [.. items.Where((_, index) => index != place)];

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> items, (int From, int To) move)
    {
        var moved = Without(items, move.From).ToList();
        moved.Insert(move.To, items[move.From]);
        return moved;
    }
}

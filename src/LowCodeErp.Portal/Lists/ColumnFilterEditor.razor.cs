using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Lists;

/// <summary>The filter of one column, drawn after the field's kind.</summary>
public sealed partial class ColumnFilterEditor
{
    private const int Suggestions = 20;

    private IReadOnlyList<(string Id, string Title)> _chosen = [];

    [Parameter]
    [EditorRequired]
    public FieldModel Field { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public ColumnFilter Filter { get; set; } = ColumnFilter.None;

    [Parameter]
    public EventCallback<ColumnFilter> FilterChanged { get; set; }

    [Parameter]
    [EditorRequired]
    public ReferenceTitles Titles { get; set; } = null!;

    [Inject]
    public required ViewerRecords Records { get; set; }

    private IEnumerable<FieldOption> Options
        => [.. Field.Type.GetOptions(Field.Settings)!, new FieldOption(ColumnFilter.Blank, new LocalizedText(Text["Blank"]))];

    private string ChosenText
        => Filter.OneOf.Count == 0 ? Text["Any"] : string.Join(Text["Separator"], Options.Where(option => Filter.OneOf.Contains(option.Key)).Select(option => option.Label));

    private IReadOnlyDictionary<string, object> PickerAttributes => new Dictionary<string, object> { ["aria-label"] = Text["Pick", Field.Label].Value };

    protected override async Task OnParametersSetAsync()
    {
        if (FilterKinds.Of(Field) == FilterKind.Tags)
        {
            _chosen = [.. Filter.OneOf.Where(tag => tag != ColumnFilter.Blank).Select(tag => (tag, tag))];
            return;
        }

        if (FilterKinds.Of(Field) != FilterKind.Reference)
        {
            return;
        }

        var chosen = new List<(string, string)>();
        foreach (var text in Filter.OneOf)
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                chosen.Add((text, await Titles.FindAsync(Field, id, CancellationToken.None)));
            }
        }

        _chosen = chosen;
    }

    private static string TextOf(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private string Id(string part) => $"filter-{Field.Key}-{part}";

    private bool IsUnreadable(string text) => text.Length > 0 && ListQuery.Read(Field, text) is null;

    private Task ChangeAsync(ColumnFilter filter) => FilterChanged.InvokeAsync(filter);

    private Task ToggleAsync(string key)
        => ChangeAsync(Filter with { OneOf = [.. Filter.OneOf.Contains(key) ? Filter.OneOf.Where(chosen => chosen != key) : Filter.OneOf.Append(key)] });

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
    {
        if (FilterKinds.Of(Field) == FilterKind.Reference)
        {
            return await Records.SuggestAsync(Field, text, Suggestions, cancellationToken);
        }

        var tags = await Records.SuggestItemsAsync(Field, text, Suggestions, cancellationToken);
        return [.. tags.Select((tag, index) => new RecordReference(index + 1, tag, null))];
    }

    private Task PickAsync(RecordReference match)
    {
        if (FilterKinds.Of(Field) == FilterKind.Tags)
        {
            return AddAsync(match.Title);
        }

        Titles.Add(Field, match);
        return AddAsync(match.Id.ToString(CultureInfo.InvariantCulture));
    }

    private Task AddAsync(string id)
        => Filter.OneOf.Contains(id) ? Task.CompletedTask : ChangeAsync(Filter with { Contains = "", OneOf = [.. Filter.OneOf, id] });
}

using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// What the editor of a field type derives from. It hands what was typed to the field type at once, so that a mistake is
/// shown where it was made; the save pipeline reads and checks again.
/// </summary>
/// <example>
/// A text box: <c>&lt;input id="@InputId" @attributes="InputAttributes" disabled="@Disabled" @bind:get="Text" @bind:set="SetTextAsync" /&gt;</c>
/// </example>
public abstract class FieldEditorBase<TSettings> : ComponentBase where TSettings : class
{
    [Parameter]
    [EditorRequired]
    public RecordDraft Draft { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public FieldModel Field { get; set; } = null!;

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The id of the element that a label and an error message refer to.</summary>
    [Parameter]
    [EditorRequired]
    public string InputId { get; set; } = "";

    /// <summary>Whether the editor stands in a cell of a sub-table.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>The name for screen readers where no label element refers to <see cref="InputId"/>.</summary>
    [Parameter]
    public string? AccessibleName { get; set; }

    /// <summary>After the draft has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    protected TSettings Settings => (TSettings)Field.Settings;

    protected InputValue Input => Draft[Field];

    /// <summary>The input as a text box shows it: what was typed, or the stored value as it is formatted.</summary>
    protected string Text => Input.Content switch
    {
        null => "",
        string text => text,
        _ => Field.Type.Format(Field.Type.Read(Input, Settings, Field.Key, new()), Settings, CultureInfo.CurrentUICulture),
    };

    /// <summary>For the element with <see cref="InputId"/>: name, required, invalid, and where help and error are.</summary>
    protected IReadOnlyDictionary<string, object> InputAttributes => FieldAttributes.For(Draft, Field, InputId, Compact, AccessibleName);

    /// <summary>The id of the label, for groups, which a label element cannot name; null where <see cref="AccessibleName"/> does.</summary>
    protected string? LabelledBy => AccessibleName is null ? FieldAttributes.LabelId(InputId) : null;

    /// <summary>Takes typed text: a readable value in its canonical form, anything else as it was typed, with what is wrong with it.</summary>
    protected Task SetTextAsync(string? text) => SetAsync(InputValue.Of(text), null);

    protected Task SetAsync(InputValue input, string? title)
    {
        Draft.Enter(Field, input, title);
        return Changed.InvokeAsync();
    }
}

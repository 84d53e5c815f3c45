using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>Whoever shows the settings of one field after those of another gives the form a key of its own each time.</summary>
public sealed partial class SettingsForm : ComponentBase
{
    private JsonElement? _given;
    private JsonElement? _content;

    [Parameter]
    [EditorRequired]
    public IExtension Extension { get; set; } = null!;

    /// <summary>As the definition holds them; they may be wrong.</summary>
    [Parameter]
    public JsonElement? Settings { get; set; }

    /// <summary>The settings with a change, in canonical form; null when nothing is set.</summary>
    [Parameter]
    public EventCallback<JsonElement?> SettingsChanged { get; set; }

    /// <summary>What was found in the definition; shown are those at or below <see cref="Path"/>.</summary>
    [Parameter]
    public IReadOnlyList<Diagnostic> Diagnostics { get; set; } = [];

    /// <summary>Of the settings in their definition: <c>fields[2].settings</c>.</summary>
    [Parameter]
    public string Path { get; set; } = "settings";

    [Parameter]
    public SettingsContext Context { get; set; } = SettingsContext.Empty;

    /// <summary>The only group whose settings are shown; null shows all. What concerns none of them stands in the first.</summary>
    [Parameter]
    public SettingsGroup? Group { get; set; }

    /// <summary>Told apart where a page shows two of these forms.</summary>
    [Parameter]
    public string IdPrefix { get; set; } = "setting";

    /// <summary>Null on a page that keeps no drafts of what is being typed.</summary>
    [CascadingParameter]
    private UnfinishedTexts? Unfinished { get; set; }

    [Inject]
    private IStringLocalizer<SettingsForm> Texts { get; set; } = null!;

    private SettingsScope Scope => new(SettingsModel.Of(Extension), _content, Context, Path, Diagnostics, IdPrefix, ReplaceAsync);

    private bool IsFirst => Group is null or SettingsGroup.Basic;

    private Type? OwnEditor => (Extension as IFieldType)?.Components.SettingsEditor;

    /// <summary>A change of one's own is not undone by a page that is drawn before it has taken the change over.</summary>
    protected override void OnParametersSet()
    {
        if (TextOf(Settings) != TextOf(_given))
        {
            (_given, _content) = (Settings, Settings);
        }
    }

    private Task ReplaceAsync(JsonElement? content)
    {
        if (Unfinished is not { IsAsking: true })
        {
            _content = content;
            // At once, so that the next change does not begin where this one did, however long the page takes.
            StateHasChanged();
        }

        return SettingsChanged.InvokeAsync(content);
    }

    private static string? TextOf(JsonElement? content) => content is { ValueKind: not JsonValueKind.Undefined } known ? known.GetRawText() : null;
}

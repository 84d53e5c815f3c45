using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>What the editor of one kind of settings member derives from.</summary>
public abstract class MemberEditorBase : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public SettingsScope Scope { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public SettingsMember Member { get; set; } = null!;

    /// <summary>Null when nothing is set, so that the default holds.</summary>
    protected JsonElement? Content => Scope.Get(Member);

    protected string InputId => Scope.IdOf(Member);

    /// <summary>For the element with <see cref="InputId"/>: whether it is wrong, and where help and error are.</summary>
    protected IReadOnlyDictionary<string, object> InputAttributes
    {
        get
        {
            var diagnostics = Scope.DiagnosticsOf(Member);
            var attributes = new Dictionary<string, object>();
            if (diagnostics.Any(item => item.Severity == Severity.Error))
            {
                attributes.Add("aria-invalid", "true");
            }

            string?[] places = [diagnostics.Count > 0 ? FieldAttributes.ErrorId(InputId) : null, Member.Help is null ? null : FieldAttributes.HelpId(InputId)];
            if (places.OfType<string>().ToList() is { Count: > 0 } described)
            {
                attributes.Add("aria-describedby", string.Join(' ', described));
            }

            return attributes;
        }
    }

    protected string LabelId => FieldAttributes.LabelId(InputId);

    protected Task SetAsync(JsonElement? content) => Scope.SetAsync(Member, content);
}

using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>
/// What a field type's own settings editor derives from (<c>FieldComponents.SettingsEditor</c>). It draws the members that it is about itself, with
/// <see cref="SettingsScope.SetAsync"/> to change them, and any other with <see cref="SettingsMemberFrame"/>.
/// </summary>
public abstract class SettingsEditorBase : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public SettingsScope Scope { get; set; } = null!;
}

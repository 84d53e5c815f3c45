using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Layout;

/// <summary>Base of every layout item: one folder with this class, its settings record, view and texts.</summary>
/// <example><c>BuiltIns/Layout/Section/SectionItem.cs</c> has key <c>section</c>; a form uses it with
/// <c>{"type": "section", "settings": {"title": {"zh-CN": "联系方式"}}, "items": [ … ]}</c>.</example>
public abstract class LayoutItem<TSettings> : ILayoutItem where TSettings : class, new()
{
    public abstract string Key { get; }

    public Type SettingsType => typeof(TSettings);

    public abstract Type View { get; }

    public virtual string? Within => null;

    public abstract LayoutShape GetShape(TSettings settings);

    public virtual void CheckSettings(TSettings settings, string path, DiagnosticBag diagnostics)
    {
    }

    LayoutShape ILayoutItem.GetShape(object settings) => GetShape((TSettings)settings);

    void ILayoutItem.CheckSettings(object settings, string path, DiagnosticBag diagnostics) => CheckSettings((TSettings)settings, path, diagnostics);
}

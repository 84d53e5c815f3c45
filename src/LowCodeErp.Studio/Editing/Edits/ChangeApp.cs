using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Apps;

namespace LowCodeErp.Studio.Editing.Edits;

/// <summary>Changes what an app says of itself, except its key: label, icon, order of the menu.</summary>
/// <param name="Member">Which property, so that typing on in it is one step.</param>
/// <param name="What">The property, for people.</param>
public sealed record ChangeApp(string Member, LocalizedText What, Func<AppDefinition, AppDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改", "change", What);

    public string Thread => $"app.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Change(document.App) with { Key = document.App.Key } is var changed && changed != document.App ? document with { App = changed } : document;
    }
}

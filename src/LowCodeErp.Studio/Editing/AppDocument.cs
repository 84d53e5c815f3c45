using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Studio.Sheets;

namespace LowCodeErp.Studio.Editing;

/// <summary>
/// An app while it is being designed. It never changes: an edit makes another one that shares all it left alone, so undoing is going back
/// to an earlier document. Its formulas and settings may be wrong, which the compiler tells; its structure never is (<see cref="DocumentStructure"/>).
/// </summary>
public sealed record AppDocument(AppDefinition App, IReadOnlyList<FormDefinition> Forms, IReadOnlyList<TierModelDefinition> TierModels)
{
    /// <summary>Files whose rows wait for their form to be published. They are no part of what is published.</summary>
    public IReadOnlyList<WaitingSheet> Sheets { get; init; } = [];

    /// <summary>The version of the app that it was made from; 0 for a new app.</summary>
    public long BasedOn { get; init; }

    /// <param name="version">0 for what was never published.</param>
    public static AppDocument Of(AppPackage package, long version = 0)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new(
            package.App.Definition,
            [.. package.Forms.Select(form => form.Definition)],
            [.. package.TierModels.Select(model => model.Definition)]) { BasedOn = version };
    }

    /// <summary>Whether the other document would be published as this one is; what both have in common, they share.</summary>
    public bool IsSameApp(AppDocument other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(App, other.App) && ReferenceEquals(Forms, other.Forms) && ReferenceEquals(TierModels, other.TierModels);
    }

    public FormDefinition? FindForm(string key) => Forms.FirstOrDefault(form => form.Key == key);

    /// <summary>The document with a form changed; itself when there is no such form or the change changes nothing.</summary>
    public AppDocument ChangeForm(string key, Func<FormDefinition, FormDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (FindForm(key) is not { } form || change(form) is var changed && ReferenceEquals(changed, form))
        {
            return this;
        }

        return this with { Forms = [.. Forms.Select(other => ReferenceEquals(other, form) ? changed : other)] };
    }

    /// <summary>As it is compiled and published: each definition in its file, in the one canonical writing.</summary>
    public AppPackage ToPackage() => new(
        Write("app.json", App),
        [.. Forms.Select(form => Write($"forms/{form.Key}.json", form))],
        [.. TierModels.Select(model => Write($"tiering/{model.Key}.json", model))]);

    private static Sourced<T> Write<T>(string file, T definition) where T : class => new(file, definition, DefinitionWriter.Write(definition));
}

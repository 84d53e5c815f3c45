using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Studio.Sheets;

namespace LowCodeErp.Studio.Editing;

/// <summary>
/// An app while it is being designed. It never changes: an edit makes another one that shares all it left alone, so undoing is going back
/// to an earlier document. Its formulas and settings may be wrong, which the compiler tells; its structure never is (<see cref="DocumentStructure"/>).
/// </summary>
public sealed record AppDocument(AppDefinition App, IReadOnlyList<FormDefinition> Forms, IReadOnlyList<TierModelDefinition> TierModels)
{
    /// <summary>Who may do what with the records of the app.</summary>
    public IReadOnlyList<RoleDefinition> Roles { get; init; } = [];

    /// <summary>How records are approved.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; init; } = [];

    /// <summary>What was read in the beginning; null for a new app. What of it is unchanged is written as it was, to the letter.</summary>
    public AppPackage? Origin { get; init; }

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
            [.. package.TierModels.Select(model => model.Definition)])
        {
            BasedOn = version, Origin = package, Roles = [.. package.Roles.Select(role => role.Definition)],
            Flows = [.. package.Flows.Select(flow => flow.Definition)],
        };
    }

    /// <summary>The same app, begun with what was read: definitions that are written alike are those, so that nothing of them counts as changed.</summary>
    public AppDocument Since(AppPackage origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return this with
        {
            Origin = origin,
            App = Known(App, [origin.App]),
            Forms = [.. Forms.Select(form => Known(form, origin.Forms))],
            TierModels = [.. TierModels.Select(model => Known(model, origin.TierModels))],
            Roles = [.. Roles.Select(role => Known(role, origin.Roles))],
            Flows = [.. Flows.Select(flow => Known(flow, origin.Flows))],
        };
    }

    /// <summary>Whether the other document would be published as this one is; what both have in common, they share.</summary>
    public bool IsSameApp(AppDocument other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(App, other.App)
            && Forms.SequenceEqual(other.Forms, ReferenceEqualityComparer.Instance) && TierModels.SequenceEqual(other.TierModels, ReferenceEqualityComparer.Instance)
            && Roles.SequenceEqual(other.Roles, ReferenceEqualityComparer.Instance) && Flows.SequenceEqual(other.Flows, ReferenceEqualityComparer.Instance);
    }

    /// <summary>The forms as the menu has them; those that it does not name follow.</summary>
    public IEnumerable<FormDefinition> FormsInMenu
        => Forms.OrderBy(form => App.Menu.Index().Where(entry => entry.Item == form.Key).Select(entry => entry.Index).DefaultIfEmpty(int.MaxValue).First());

    /// <summary>The document where the scope is all of the app; else its forms that the scope has, amid what another document has of all the rest.</summary>
    public AppDocument Within(DesignScope scope, AppDocument rest)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rest);
        return scope.IsWhole ? this : rest with
        {
            BasedOn = BasedOn,
            Forms = [.. rest.Forms.Select(form => (scope.Includes(form.Key) ? FindForm(form.Key) : null) ?? form)],
        };
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

    public RoleDefinition? FindRole(string key) => Roles.FirstOrDefault(role => role.Key == key);

    /// <summary>The document with a role changed; itself when there is no such role or the change changes nothing.</summary>
    public AppDocument ChangeRole(string key, Func<RoleDefinition, RoleDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (FindRole(key) is not { } role || change(role) is var changed && ReferenceEquals(changed, role))
        {
            return this;
        }

        return this with { Roles = [.. Roles.Select(other => ReferenceEquals(other, role) ? changed : other)] };
    }

    public FlowDefinition? FindFlow(string key) => Flows.FirstOrDefault(flow => flow.Key == key);

    /// <summary>The document with a flow changed; itself when there is no such flow or the change changes nothing.</summary>
    public AppDocument ChangeFlow(string key, Func<FlowDefinition, FlowDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (FindFlow(key) is not { } flow || change(flow) is var changed && ReferenceEquals(changed, flow))
        {
            return this;
        }

        return this with { Flows = [.. Flows.Select(other => ReferenceEquals(other, flow) ? changed : other)] };
    }

    /// <summary>As it is compiled and published: each definition in its file, in the one canonical writing where it is new or changed.</summary>
    public AppPackage ToPackage() => new(
        Write("app.json", App, Origin is null ? [] : [Origin.App]),
        [.. Forms.Select(form => Write($"forms/{form.Key}.json", form, Origin?.Forms ?? []))],
        [.. TierModels.Select(model => Write($"tiering/{model.Key}.json", model, Origin?.TierModels ?? []))])
    {
        Roles = [.. Roles.Select(role => Write($"roles/{role.Key}.json", role, Origin?.Roles ?? []))],
        Flows = [.. Flows.Select(flow => Write($"flows/{flow.Key}.json", flow, Origin?.Flows ?? []))],
    };

    private static Sourced<T> Write<T>(string file, T definition, IEnumerable<Sourced<T>> read) where T : class
        => new(file, definition, read.FirstOrDefault(source => ReferenceEquals(source.Definition, definition))?.Json ?? DefinitionWriter.Write(definition));

    private static T Known<T>(T definition, IEnumerable<Sourced<T>> read) where T : class
    {
        var text = DefinitionWriter.Write(definition);
        return read.FirstOrDefault(source => DefinitionWriter.Write(source.Definition) == text)?.Definition ?? definition;
    }
}

using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Studio.AccessDesigner.Edits;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Rules;
using LowCodeErp.Studio.Shell;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.AccessDesigner;

/// <summary>What somebody in a role may do with each form of the app and of the apps that it needs.</summary>
public sealed partial class RoleEditor
{
    private AccessNames _names = null!;
    private GrantSentence _sentence = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required Radzen.NotificationService Notifications { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public RoleDefinition Role { get; set; } = null!;

    /// <summary>Those that can be named, and those that are but should not be; each with its grants and their places in the role.</summary>
    private IEnumerable<(string Key, FormDefinition? Form, IReadOnlyList<(int Index, GrantDefinition Grant)> Grants)> Forms
    {
        get
        {
            var forms = Session.FormsOfRoles.ToDictionary(form => form.Key, StringComparer.Ordinal);
            var grants = Role.Grants.Index().ToLookup(grant => grant.Item.Form);
            return forms.Keys.Union(grants.Select(group => group.Key)).Select(key => (key, forms.GetValueOrDefault(key), (IReadOnlyList<(int, GrantDefinition)>)[.. grants[key]]));
        }
    }

    private IReadOnlyList<DesignProblem> Problems => [.. Session.Problems.Where(problem => problem.Role == Role.Key)];

    protected override void OnParametersSet()
    {
        _names = RoleNames.In(Session);
        // The editors of its grants below list every field.
        _sentence = new(_names) { MostFields = FieldGrantEditor.MostFields };
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private IReadOnlyList<DesignProblem> At(params string[] paths) => [.. Problems.Where(problem => paths.Contains(problem.Diagnostic.Path))];

    private void Rename(string text)
    {
        if (OrNull(text) is { } label)
        {
            Session.History.EndThread();
            var key = Session.RenameRole(Role.Key, Role.Label with { Chinese = label });
            if (key != Role.Key)
            {
                Navigation.NavigateTo(StudioAddress.OfRole(Session.Document.App.Key, key), replace: true);
            }
        }
    }

    private void Duplicate()
    {
        var label = new LocalizedText(Text["CopyOf", Role.Label.Chinese], Role.Label.English is { } english ? $"{english} (copy)" : null);
        var copy = Role with { Key = Session.ProposeRole(label), Label = label };
        Session.Do(new AddRole(copy));
        Navigation.NavigateTo(StudioAddress.OfRole(Session.Document.App.Key, copy.Key));
    }

    private void Remove()
    {
        Session.History.EndThread();
        Session.Do(new RemoveRole(Role.Key, Role.Label));
        Notifications.Notify(Radzen.NotificationSeverity.Success, Text["Removed", Role.Label]);
        Navigation.NavigateTo(StudioAddress.OfRole(Session.Document.App.Key), replace: true);
    }

    /// <summary>To view is what everything else rests on.</summary>
    private void Add(FormDefinition form)
        => ChangeGrants(grants => [.. grants, new() { Form = form.Key, Operations = [AccessOperation.View] }]);

    private void Put(int index, GrantDefinition grant) => ChangeGrants(grants => grants.With(index, grant));

    private void Take(int index) => ChangeGrants(grants => [.. grants.Where((_, place) => place != index)]);

    private void ChangeGrants(Func<IReadOnlyList<GrantDefinition>, IReadOnlyList<GrantDefinition>> change)
        => Change("grants", role => role with { Grants = change(role.Grants) });

    private void Change(string member, Func<RoleDefinition, RoleDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeRole(Role.Key, member, Role.Label, change));
    }
}

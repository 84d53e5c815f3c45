using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>What an app is called, how its menu is arranged, and its way out and in as a file.</summary>
public sealed partial class AppPanel
{
    private static readonly Dictionary<string, LocalizedText> _members = new()
    {
        ["label"] = new("应用名称", "name of the app"), ["description"] = new("应用说明", "description of the app"), ["icon"] = new("图标", "icon"), ["menu"] = new("菜单", "menu"),
    };

    private bool _isImporting;
    private bool _isDiscarding;

    [Inject]
    public required AppImport Importing { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    /// <summary>The draft is to go.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnDiscard { get; set; }

    private AppDefinition App => Session.Document.App;

    /// <summary>In the order of the menu.</summary>
    private IReadOnlyList<FormDefinition> Forms
        => [.. Session.Document.FormsInMenu];

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private MenuGroupDefinition? GroupOf(string form) => App.Groups.FirstOrDefault(group => group.Forms.Contains(form));

    private void Change(string member, Func<AppDefinition, AppDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeApp(member, _members[member], change));
    }

    private void ChangeIcon(FormDefinition form, string icon)
    {
        Session.History.EndThread();
        Session.Do(new ChangeForm(form.Key, "icon", _members["icon"], changed => changed with { Icon = icon }));
    }

    private void Move(int from, int to)
    {
        var keys = Forms.Select(form => form.Key).ToList();
        (keys[from], keys[to]) = (keys[to], keys[from]);
        Change("menu", app => app with { Menu = keys });
    }

    private void Show(string form, bool isShown)
        => Change("menu", app => app with { Hidden = isShown ? [.. app.Hidden.Where(key => key != form)] : [.. app.Hidden, form] });

    /// <summary>Below the heading of that name, which is made where there is none; headings without forms go.</summary>
    private void ChangeGroup(string form, string? label) => Change("menu", app =>
    {
        var groups = app.Groups.Select(group => group with { Forms = [.. group.Forms.Where(key => key != form)] }).ToList();
        if (OrNull(label) is { } name)
        {
            var index = groups.FindIndex(group => group.Label.Chinese == name || group.Label.ToString() == name);
            if (index < 0)
            {
                groups.Add(new() { Key = KeyProposal.Propose(name, groups.Select(group => group.Key), "group"), Label = new(name) });
                index = groups.Count - 1;
            }

            groups[index] = groups[index] with { Forms = [.. groups[index].Forms, form] };
        }

        return app with { Groups = [.. groups.Where(group => group.Forms.Count > 0)] };
    });

    private Task ExportAsync() => JavaScript.SaveFileAsync($"{App.Key}.zip", "application/zip", AppArchive.Write(Session.Document.ToPackage()));

    private Task<ImportedApp> ReadAsync(Stream content) => Task.FromResult(Importing.Read(content, Session.Document, Session.Others));

    private void Replace(AppDocument imported)
    {
        _isImporting = false;
        Session.Do(new ReplaceApp(imported));
    }
}

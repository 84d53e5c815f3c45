using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Home;

/// <summary>Installs templates that come with the program. What was begun goes on when the dialog is closed.</summary>
public sealed partial class TemplateDialog
{
    private IReadOnlyList<ShippedTemplate> _templates = [];
    private IReadOnlyList<Diagnostic> _problems = [];
    private ShippedTemplate? _installing;
    private bool _withSeed = true;
    private string? _said;
    private string? _detail;
    private long _done;
    private long _total;

    [Inject]
    public required TemplateShelf Shelf { get; set; }

    [Inject]
    public required TemplateInstaller Installer { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnInstalled { get; set; }

    protected override void OnInitialized() => _templates = Shelf.Read();

    private bool IsInstalled(ShippedTemplate template) => Workspace.Current.Apps.Any(app => app.Key == template.App.Key);

    private async Task InstallAsync(ShippedTemplate template)
    {
        (_installing, _problems, _said, _detail, _done, _total) = (template, [], null, Text["Publishing"].Value, 0, 1 + (_withSeed ? template.Seeds : 0));
        var actor = await CurrentActor.GetAsync();
        var result = await Task.Run(() => Installer.InstallAsync(template.Folder, actor));
        var problems = result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        if (result.Version is not null && _withSeed)
        {
            Show(1, Text["Seeding"]);
            problems.AddRange(await Task.Run(() => Installer.SeedAsync(template.Folder, actor, new Progress<int>(files => Show(1 + files, Text["Seeding"])))));
        }

        (_installing, _problems, _said) = (null, problems, result.Version is null ? null : Text["Done", template.App.Label].Value);
        await OnInstalled.InvokeAsync();
    }

    private void Show(long done, string detail) => _ = InvokeAsync(() =>
    {
        (_done, _detail) = (done, detail);
        StateHasChanged();
    });
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Views;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Portal.Views;

/// <summary>The views of lists as a member has them: those that everybody sees, which whoever may design the form publishes, and his own.</summary>
public sealed class MemberViews(IPersonalViewStore personal, IWorkspace workspace, IAppVersions versions, IPublisher publisher, IAccess access)
{
    public async Task<ListViewSet> ReadAsync(FormModel form, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(actor);
        var own = actor.MemberId is { } member ? await personal.FindAsync(member, form.Key, cancellationToken) : new();
        ListView[] views = [
            .. form.Views.Select(view => new ListView(view, IsPersonal: false, [])),
            .. own.Views.Select(view => OfMember(form, view)),
        ];
        var chosen = own.Chosen is "" || views.Any(view => view.Name == own.Chosen) ? own.Chosen : form.FirstView?.Key;
        return new(views, chosen is { Length: > 0 } ? chosen : null);
    }

    /// <summary>What is wrong with a view; it may be kept when there is nothing.</summary>
    public IReadOnlyList<Diagnostic> Check(FormModel form, ViewDefinition view)
    {
        var diagnostics = new DiagnosticBag();
        Compile(form, view, diagnostics);
        return diagnostics.Items;
    }

    /// <summary>The view is shown from now on where the address of the list says nothing.</summary>
    /// <param name="name">"": the list as it is.</param>
    public Task RememberAsync(FormModel form, string name, Actor actor) => ChangeOwnAsync(form, actor, views => views with { Chosen = name });

    /// <summary>In the place of a view of the same key, else as a new one.</summary>
    public Task KeepAsync(FormModel form, ViewDefinition view, Actor actor)
        => ChangeOwnAsync(form, actor, views => views with { Views = Put(views.Views, view), Chosen = ListView.NameOf(view.Key, isPersonal: true) });

    public Task DropAsync(FormModel form, string key, Actor actor) => ChangeOwnAsync(form, actor, views => views with { Views = [.. views.Views.Where(view => view.Key != key)] });

    /// <summary>Publishes the form with the view, in the place of one of the same key or as a new one.</summary>
    /// <returns>What keeps it from being published; nothing when it was.</returns>
    public Task<IReadOnlyList<Diagnostic>> ShareAsync(FormModel form, ViewDefinition view, Actor actor)
        => PublishAsync(form, actor, definition => definition with { Views = Put(definition.Views, view) });

    /// <summary>Publishes the form without the view.</summary>
    public Task<IReadOnlyList<Diagnostic>> UnshareAsync(FormModel form, string key, Actor actor) => PublishAsync(form, actor, definition => definition with
    {
        Views = [.. definition.Views.Where(view => view.Key != key)],
        List = definition.List is { } list && list.View == key ? list with { View = null } : definition.List,
    });

    /// <summary>A key for a new view, whose name nobody else has to know.</summary>
    public static string NewKey(ListViewSet views, bool isPersonal, LocalizedText label)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(label);
        return KeyProposal.Propose(label.Chinese, views.Views.Where(view => view.IsPersonal == isPersonal).Select(view => view.Model.Key), "view");
    }

    private static IReadOnlyList<ViewDefinition> Put(IReadOnlyList<ViewDefinition> views, ViewDefinition view)
        => views.Any(known => known.Key == view.Key) ? [.. views.Select(known => known.Key == view.Key ? view : known)] : [.. views, view];

    private ListView OfMember(FormModel form, ViewDefinition view)
    {
        var found = new DiagnosticBag();
        return new(Compile(form, view, found), IsPersonal: true, found.Items);
    }

    private ViewModel Compile(FormModel form, ViewDefinition view, DiagnosticBag diagnostics)
        => new ViewCompiler(form, new FormSchemas(workspace.Current), diagnostics).Compile(view, member => member);

    private Task ChangeOwnAsync(FormModel form, Actor actor, Func<PersonalViewsDefinition, PersonalViewsDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(form);
        return actor is { MemberId: { } member, SeenBy: null } ? personal.ChangeAsync(member, form.Key, change) : Task.CompletedTask;
    }

    private async Task<IReadOnlyList<Diagnostic>> PublishAsync(FormModel form, Actor actor, Func<FormDefinition, FormDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await access.OfAsync(actor)).Of(form).May(AccessOperation.Design) || await versions.FindLatestAsync(form.App) is not { } version)
        {
            throw new InvalidOperationException($"{actor.Name} cannot publish views of {form.Key}.");
        }

        var package = version.Package with { Forms = [.. version.Package.Forms.Select(source => source.Definition.Key == form.Key ? Write(source, change(source.Definition)) : source)] };
        var result = await publisher.PublishAsync(package, actor, new() { BasedOn = version.Version });
        return [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
    }

    private static Sourced<FormDefinition> Write(Sourced<FormDefinition> source, FormDefinition definition) => new(source.File, definition, DefinitionWriter.Write(definition));
}

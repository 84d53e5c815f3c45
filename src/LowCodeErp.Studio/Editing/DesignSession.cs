using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.AccessDesigner.Edits;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner.Edits;

namespace LowCodeErp.Studio.Editing;

/// <summary>One person's work on one app: the document with its history, what is wrong with it, and its way to being published.</summary>
/// <param name="scope">What of the app the person may design; never nothing.</param>
/// <param name="others">The other apps, as published: what the document refers to and is referred to from.</param>
public sealed class DesignSession(
    Actor actor, DesignScope scope, AppDocument published, AppDocument start, IReadOnlyList<AppPackage> others, WorkspaceCompiler compiler, IPublisher publisher) : IDisposable
{
    /// <summary>So that an edit is drawn before its problems are looked for, which takes longer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly EditHistory _history = new(start);
    private readonly Lock _checking = new();
    private bool _isChecking;
    private AppDocument? _checked;
    private volatile bool _left;
    private AppDocument? _unfinished;
    private bool _isUnfinished;

    /// <summary>After the document or its problems changed, on any thread.</summary>
    public event Action? Changed;

    /// <summary>Whose work it is; null for one who is no member.</summary>
    public long? Member => actor.MemberId;

    public AppDocument Document => _history.Current;

    /// <summary>What of the app is designed here; the rest of the document is there for what refers to it.</summary>
    public DesignScope Scope => scope;

    /// <summary>The forms that are designed here, as the menu has them.</summary>
    public IEnumerable<FormDefinition> OwnForms => Document.FormsInMenu.Where(form => scope.Includes(form.Key));

    /// <summary>The document as far as it is designed here.</summary>
    public AppDocument OwnDocument => scope.IsWhole ? Document : Document with { Forms = [.. OwnForms], TierModels = [], Roles = [] };

    public EditHistory History => _history;

    /// <summary>Whether there is anything to publish.</summary>
    public bool IsChanged => !Document.IsSameApp(published);

    /// <summary>Whether there is anything to keep until the next time.</summary>
    public bool IsUnfinished => !Kept.IsSameApp(published) || Document.Sheets.Count > 0;

    /// <summary>The document with the text that somebody is in the middle of typing.</summary>
    public AppDocument Kept => _unfinished ?? Document;

    public IReadOnlyList<DesignProblem> Problems { get; private set; } = [];

    /// <summary>The document compiled with the other apps; of an earlier document while it has errors, null as long as it never compiled.</summary>
    public WorkspaceModel? Model { get; private set; }

    /// <summary>The forms of the document and of the other apps with their lines, as far as they could be compiled; none before the first time.</summary>
    public IReadOnlyList<FormModel> FormModels { get; private set; } = [];

    /// <summary>The forms that a form may refer to: those of the document and those of the other apps, as far as the person may know them.</summary>
    public IEnumerable<FormDefinition> Forms => Document.Forms.Concat(others.SelectMany(other => other.Forms).Select(form => form.Definition)).Where(form => scope.Knows(form.Key));

    /// <summary>The forms that roles may name: those of the document and of the apps that it needs.</summary>
    public IEnumerable<FormDefinition> FormsOfRoles
        => Document.FormsInMenu.Concat(OtherForms.Where(other => Document.App.Needs.Contains(other.App)).Select(other => other.Form));

    /// <summary>Those of the document and of the other apps.</summary>
    public IEnumerable<TierModelDefinition> TierModels => Document.TierModels.Concat(others.SelectMany(other => other.TierModels).Select(model => model.Definition));

    public void Do(IEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (_isUnfinished)
        {
            _unfinished = edit.Apply(Document);
        }
        else if (_history.Do(edit))
        {
            Announce();
        }
    }

    /// <summary>Leaves a box that is still being typed in for the sake of <see cref="Kept"/> alone: what that edits is no step, and the next edit takes its place.</summary>
    public async Task FollowAsync(Func<Task> leave)
    {
        ArgumentNullException.ThrowIfNull(leave);
        (_isUnfinished, _unfinished) = (true, null);
        Task left;
        try
        {
            left = leave();
        }
        finally
        {
            // Before anything is waited for: what somebody does meanwhile is a step of its own.
            _isUnfinished = false;
        }

        await left;
    }

    /// <summary>Takes over what somebody else published since the document was made.</summary>
    /// <param name="other">What was published.</param>
    /// <param name="merged">The document with it.</param>
    public void Merge(AppDocument other, AppDocument merged)
    {
        published = other;
        Do(new MergeDesign(merged));
    }

    public void Undo()
    {
        if (_history.Undo())
        {
            Announce();
        }
    }

    public void Redo()
    {
        if (_history.Redo())
        {
            Announce();
        }
    }

    /// <summary>Whether the app was never published.</summary>
    public bool IsNew => published.BasedOn == 0;

    /// <summary>The app as it is published; null when it never was.</summary>
    public AppDocument? Published => IsNew ? null : published;

    /// <summary>The other apps, as published.</summary>
    public IReadOnlyList<AppPackage> Others => others;

    /// <summary>The forms of the other apps, each with the key of its app.</summary>
    public IEnumerable<(string App, FormDefinition Form)> OtherForms => others.SelectMany(other => other.Forms.Select(form => (other.App.Definition.Key, form.Definition)));

    /// <summary>Keys that fields of a form, or columns of one of its sub-tables, have or had when it was published last.</summary>
    public IReadOnlySet<string> TakenKeys(string form, string? table = null)
        => FieldsOf(Document, form, table).Concat(FieldsOf(published, form, table)).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Renames a field. Its key follows the name until it is published or something else mentions it: from then on others rely on the key.
    /// </summary>
    /// <returns>The field's key from now on.</returns>
    public string RenameField(string form, string field, LocalizedText label, string? table = null)
    {
        ArgumentNullException.ThrowIfNull(label);
        // A line refers to its record by the key of the form.
        var taken = TakenKeys(form, table).Where(key => key != field).Append(table is null ? "" : form);
        var isPublished = FieldsOf(published, form, table).Any(known => known.Key == field);
        var edit = new RenameField(form, field, label, isPublished ? field : KeyProposal.Propose(label.Chinese, taken, "field")) { Table = table };
        edit = edit.Key != field && KeyMentions.IsMentioned(edit.Apply(Document), field) ? edit with { Key = field } : edit;
        Do(edit);
        return _isUnfinished ? field : edit.Key;
    }

    /// <summary>Renames a form, whose key follows in the same way.</summary>
    /// <param name="others">Keys of the forms of other apps.</param>
    /// <returns>The form's key from now on.</returns>
    public string RenameForm(string form, LocalizedText label, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(label);
        var taken = others.Concat(Document.Forms.Concat(published.Forms).Select(known => known.Key)).Where(key => key != form);
        var edit = new RenameForm(form, label, published.FindForm(form) is not null ? form : KeyProposal.Propose(label.Chinese, taken, "form"));
        edit = edit.Key != form && KeyMentions.IsMentioned(edit.Apply(Document) with { Forms = [.. Document.Forms.Where(other => other.Key != form)] }, form) ? edit with { Key = form } : edit;
        Do(edit);
        return _isUnfinished ? form : edit.Key;
    }

    /// <summary>Renames a role, whose key follows in the same way.</summary>
    /// <returns>The role's key from now on.</returns>
    public string RenameRole(string role, LocalizedText label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var edit = new RenameRole(role, label, published.FindRole(role) is not null ? role : ProposeRole(label, except: role));
        edit = edit.Key != role && KeyMentions.IsMentioned(Document with { Roles = [] }, role) ? edit with { Key = role } : edit;
        Do(edit);
        return _isUnfinished ? role : edit.Key;
    }

    /// <summary>A key for a role of this name that is none of the app's or the system's.</summary>
    public string ProposeRole(LocalizedText label, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(label);
        var taken = Document.Roles.Concat(published.Roles).Select(role => role.Key).Where(key => key != except);
        return KeyProposal.Propose(label.Chinese, taken.Append(RoleAssignment.AppAdministrator).Append(RoleAssignment.Auditor), "role");
    }

    /// <summary>Where else fields are used that somebody wants to remove; nothing while the document does not compile, as publishing asks again.</summary>
    public IReadOnlyList<Diagnostic> FindUses(string form, IEnumerable<string> fields)
    {
        var removed = fields.ToHashSet(StringComparer.Ordinal);
        var after = Document.ChangeForm(form, found => found.Fields.Count > removed.Count ? FieldRemoval.From(found with { Layout = [] }, removed) : found);
        return new RemovalUses(compiler, Document.BasedOn + 1).Find(Document.ToPackage(), after.ToPackage(), others);
    }

    /// <summary>Where else a form is used that somebody wants to remove.</summary>
    public IReadOnlyList<Diagnostic> FindUses(RemoveForm removal)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return new RemovalUses(compiler, Document.BasedOn + 1).Find(Document.ToPackage(), removal.Apply(Document).ToPackage(), others);
    }

    /// <summary>Where else a column of a sub-table is used.</summary>
    public IReadOnlyList<Diagnostic> FindUses(string form, string table, string column)
    {
        var after = Document.ChangeForm(form, found => FieldLists.Change(found, table, columns => [.. columns.Where(known => known.Key != column)]));
        return new RemovalUses(compiler, Document.BasedOn + 1).Find(Document.ToPackage(), after.ToPackage(), others);
    }

    /// <summary>Publishes the document as it is now, unless somebody else published the app since the work began.</summary>
    public async Task<PublishResult> PublishAsync(PublishOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var document = Document;
        var result = await publisher.PublishAsync(document.ToPackage(), actor, options with { BasedOn = document.BasedOn }, cancellationToken);
        if (!options.IsRehearsal && result.Version is { } version)
        {
            published = document with { BasedOn = version };
            _history.Rebase(document, published);
            Changed?.Invoke();
        }

        return result;
    }

    /// <summary>Looks for problems beside whatever else happens; of the edits meanwhile, only the last one is looked at.</summary>
    public void Check()
    {
        lock (_checking)
        {
            if (_isChecking)
            {
                return;
            }

            _isChecking = true;
        }

        _ = CheckSoonAsync();
    }

    public void Dispose() => _left = true;

    private static IReadOnlyList<FieldDefinition> FieldsOf(AppDocument document, string form, string? table)
        => document.FindForm(form) is { } found ? FieldLists.Of(found, table) : [];

    private void Announce()
    {
        _unfinished = null;
        Changed?.Invoke();
        Check();
    }

    private async Task CheckSoonAsync()
    {
        await Task.Delay(Pause).ConfigureAwait(false);
        CheckUntilCurrent();
    }

    private void CheckUntilCurrent()
    {
        while (!IsUpToDate())
        {
            var document = Document;
            var result = compiler.Compile(document.BasedOn + 1, [.. others, document.ToPackage()]);
            Problems = [.. result.Diagnostics.Select(diagnostic => DesignProblem.Of(diagnostic, document)).Select(Within).OfType<DesignProblem>()];
            Model = result.Workspace ?? Model;
            FormModels = result.Forms;
            _checked = document;
            Changed?.Invoke();
        }
    }

    /// <summary>Of what is not designed here only what was broken from here, and no way to it.</summary>
    private DesignProblem? Within(DesignProblem problem)
        => scope.IsWhole || (problem.Form is { } form && scope.Includes(form)) ? problem
            : problem.Severity == Severity.Error ? problem with { Place = DesignPlace.App }
            : null;

    /// <summary>Asked and answered in one, so that no edit slips in between and goes unchecked.</summary>
    private bool IsUpToDate()
    {
        lock (_checking)
        {
            _isChecking = !_left && !ReferenceEquals(_checked, Document);
            return !_isChecking;
        }
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>
/// Finds where a design newly draws on forms and fields that its author may not view: he would see in his form what is kept from him elsewhere, or in another one
/// that reads through a reference of his. What was there before stays, as long as nobody rewrites it.
/// </summary>
internal sealed class DesignReach(MemberAccess rights, DesignScope scope, WorkspaceModel before, WorkspaceModel after)
{
    private readonly FieldUses _usesBefore = new(before);
    private readonly FieldUses _usesAfter = new(after);

    public IReadOnlyList<Diagnostic> Find(AppPackage packageBefore, AppPackage packageAfter)
    {
        var rewritten = FindRewritten(packageBefore, packageAfter);
        return
        [
            .. from form in after.Forms
               where form.Parent is null && !scope.Includes(form.Key) && !rights.Of(form).May(AccessOperation.View)
               from use in New(_usesAfter.Of(form), before.FindForm(form.Key) is { } known ? _usesBefore.Of(known) : [], rewritten)
               select DesignDiagnostics.FormOutOfSight(PathOf(use), use.Place, form.Label),
            .. from field in after.Forms.SelectMany(form => form.Fields)
               where !field.IsInternal && !IsSeen(field)
               let known = before.FindForm(field.Form.Key)?.Find(field.Key)
               from use in New(_usesAfter.Of(field).Where(use => use.Form is not null && !IsOpen(field, use)), known is null ? [] : _usesBefore.Of(known), rewritten)
               select DesignDiagnostics.FieldOutOfSight(PathOf(use), use.Place, RootOf(field.Form).Label, field.Label),
        ];
    }

    private static FormModel RootOf(FormModel form) => form.Parent?.Form ?? form;

    private static string PathOf(FieldUse use) => use.User is { } field ? $"{field}" : RootOf(use.Form!).Key;

    private static (FieldUseKind, string) Describe(FieldUse use) => (use.Kind, use.User is { } user ? $"{user}" : $"{use.Form} {use.Text ?? use.Place.Chinese}");

    private static string KeyOf(FieldModel field) => (field.Form.Parent is { } table ? $"{table.Key}." : "") + (field.Whole ?? field).Key;

    private static IEnumerable<FieldUse> New(IEnumerable<FieldUse> now, IEnumerable<FieldUse> then, IReadOnlySet<string> rewritten)
    {
        var known = then.Select(Describe).ToHashSet();
        return now.Where(use => use.Form is not null
            && (!known.Contains(Describe(use)) || (use.User is { } user && rewritten.Contains($"{RootOf(user.Form).Key} {KeyOf(user)}"))));
    }

    /// <summary>Fields that mean something else than before; new ones have no uses that are old.</summary>
    private IReadOnlySet<string> FindRewritten(AppPackage packageBefore, AppPackage packageAfter)
    {
        var rewritten = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in packageAfter.Forms.Select(source => source.Definition).Where(form => scope.Includes(form.Key)))
        {
            var old = FieldMeanings.Of(packageBefore.Forms.First(source => source.Definition.Key == form.Key).Definition);
            rewritten.UnionWith(FieldMeanings.Of(form).Where(field => old.GetValueOrDefault(field.Key) != field.Value).Select(field => $"{form.Key} {field.Key}"));
        }

        return rewritten;
    }

    private bool IsSeen(FieldModel field) => rights.Of(field.Form) is { SeesAll: true } access && access.RuleOf(field, FieldAccess.Read).IsAlways;

    /// <summary>Whether what the place makes of the field gives its author nothing that he could not read there himself.</summary>
    private bool IsOpen(FieldModel field, FieldUse use)
    {
        var access = rights.Of(field.Form);
        return use.Kind switch
        {
            FieldUseKind.Arrangement => true,
            FieldUseKind.Live => access.May(AccessOperation.View) && access.MayRead(field),
            // Whoever sees no record at all sees nothing of what is made of it either.
            FieldUseKind.OwnRecord => !access.May(AccessOperation.View) || access.RuleOf(field, FieldAccess.Read).IsAlways,
            _ => IsSeen(field),
        };
    }
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>Keeps a design within the forms that its author may design: whatever else differs from what is in force, to the letter, is named.</summary>
internal static class DesignBorder
{
    public static IReadOnlyList<Diagnostic> Find(AppPackage before, AppPackage after, DesignScope scope) =>
    [
        .. Differing([before.App], [after.App], app => app.Key, app => ChangeTexts.App(app.Label)).Select(Refuse),
        .. Differing(before.Forms, after.Forms, form => form.Key, form => ChangeTexts.Form(form.Label)).Where(part => part.IsGone || !scope.Includes(part.Key)).Select(Refuse),
        .. Differing(before.TierModels, after.TierModels, model => model.Key, model => ChangeTexts.TierModel(model.Label)).Select(Refuse),
        .. Differing(before.Roles, after.Roles, role => role.Key, role => ChangeTexts.Role(role.Label)).Select(Refuse),
        .. Differing(before.Flows, after.Flows, flow => flow.Key, flow => ChangeTexts.Flow(flow.Label)).Select(Refuse),
    ];

    private static Diagnostic Refuse(Part part) => DesignDiagnostics.NotYours(part.File, part.Name);

    /// <summary>Those that are new or changed, and those that are gone.</summary>
    private static IEnumerable<Part> Differing<T>(
        IReadOnlyList<Sourced<T>> before, IReadOnlyList<Sourced<T>> after, Func<T, string> keyOf, Func<T, LocalizedText> nameOf)
        where T : class
    {
        var written = before.Select(source => (keyOf(source.Definition), source.Json)).ToHashSet();
        var left = after.Select(source => keyOf(source.Definition)).ToHashSet(StringComparer.Ordinal);
        return after.Where(source => !written.Contains((keyOf(source.Definition), source.Json))).Select(source => Of(source, isGone: false))
            .Concat(before.Where(source => !left.Contains(keyOf(source.Definition))).Select(source => Of(source, isGone: true)));

        Part Of(Sourced<T> source, bool isGone) => new(source.File, keyOf(source.Definition), nameOf(source.Definition), isGone);
    }

    private sealed record Part(string File, string Key, LocalizedText Name, bool IsGone);
}

using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Forms that refer to each other in a circle. Required references in a circle are an error: no record could ever be the
/// first. Optional ones are allowed, with a warning, since most are a slip of the author.
/// </summary>
internal static class ReferenceCycles
{
    public static void Check(IReadOnlyDictionary<string, CompiledForm> forms, DiagnosticBag diagnostics)
    {
        var required = FindCycles(forms, field => field.IsRequired).ToList();
        foreach (var cycle in required)
        {
            diagnostics.Add(CompilationDiagnostics.RequiredCycle(forms[cycle[0].Form.Key].At(cycle[0]), Describe(cycle)));
        }

        var known = required.SelectMany(cycle => cycle).ToHashSet();
        foreach (var cycle in FindCycles(forms, _ => true).Where(cycle => cycle.Count > 1 && !cycle.Exists(known.Contains)))
        {
            diagnostics.Add(CompilationDiagnostics.OptionalCycle(forms[cycle[0].Form.Key].At(cycle[0]), Describe(cycle)));
        }
    }

    private static string Describe(IReadOnlyList<FieldModel> cycle)
        => string.Join(" → ", cycle.Select(field => $"{field.Form.Key}.{field.Key}").Append(cycle[0].Form.Key));

    /// <summary>Each cycle once, found from the form with the smallest key.</summary>
    private static IEnumerable<List<FieldModel>> FindCycles(IReadOnlyDictionary<string, CompiledForm> forms, Func<FieldModel, bool> follow)
    {
        var finished = new HashSet<FormModel>();
        foreach (var form in forms.Values.Select(form => form.Model).OrderBy(form => form.Key, StringComparer.Ordinal))
        {
            if (FindFrom(form, follow, finished) is { } cycle)
            {
                yield return cycle;
            }

            finished.Add(form);
        }
    }

    private static List<FieldModel>? FindFrom(FormModel start, Func<FieldModel, bool> follow, HashSet<FormModel> finished)
    {
        var visited = new HashSet<FormModel>();
        var paths = new Stack<(FormModel Form, List<FieldModel> Path)>([(start, [])]);
        while (paths.TryPop(out var step))
        {
            foreach (var field in step.Form.Fields.Where(candidate => candidate is { ItemShape: FieldShape.Reference, Target: not null } && follow(candidate)))
            {
                List<FieldModel> path = [.. step.Path, field];
                if (field.Target == start)
                {
                    return path;
                }

                if (!finished.Contains(field.Target!) && visited.Add(field.Target!))
                {
                    paths.Push((field.Target!, path));
                }
            }
        }

        return null;
    }
}

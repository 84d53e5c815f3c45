using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Where a sensitive field stands that only a readable column can serve. Formulas refuse it themselves.</summary>
internal static class SensitiveFields
{
    public static void Check(IReadOnlyDictionary<string, CompiledForm> forms, IReadOnlyList<TierModel> tierModels, DiagnosticBag diagnostics)
    {
        foreach (var form in forms.Values)
        {
            foreach (var field in form.Model.Fields)
            {
                diagnostics.AddRange(FindMistakes(form, field));
            }

            if (form.Model.Parent is null)
            {
                diagnostics.AddRange(FindUses(form));
            }
        }

        foreach (var model in tierModels.Where(model => model.Source.Status?.Fields.Any(field => field.IsSensitive) == true))
        {
            diagnostics.Add(SensitiveDiagnostics.UsedBy($"{model.Key}: net.status", model.Source.Status!.Field.Label, new("分级模型的状态", "the status of a tier model")));
        }
    }

    private static IEnumerable<Diagnostic> FindMistakes(CompiledForm form, FieldModel field)
    {
        if (field.IsSensitive && field is not { Type.CanBeSensitive: true, Shape: FieldShape.Column, Whole: null })
        {
            yield return SensitiveDiagnostics.WrongType(form.At(field, ".sensitive"), field.Label);
        }
        else if (field.IsSensitive && (field.IsComputed || field.IsLookup || field.Numbering is not null))
        {
            yield return SensitiveDiagnostics.Computed(form.At(field, ".sensitive"), field.Label);
        }

        if (field.Proposal is FieldProposal.Fill { Path: var path } && path.Fields.FirstOrDefault(source => source.IsSensitive) is { } filling)
        {
            yield return SensitiveDiagnostics.UsedBy(form.At(field, ".fillFrom"), filling.Label, new("带出到其他字段", "filling other fields"));
        }

        if (field.Shape is FieldShape.Action { Does: var action } && action.Reads.Select(form.Model.Find).FirstOrDefault(read => read is { IsSensitive: true }) is { } pressed)
        {
            yield return SensitiveDiagnostics.UsedBy(form.At(field, ".settings"), pressed.Label, new("按钮：它的值会出现在网址中", "a button: its value would stand in an address"));
        }

        if (field.Rollup?.Sources.FirstOrDefault(source => source.IsSensitive) is { } rolledUp)
        {
            yield return SensitiveDiagnostics.UsedBy(form.At(field, ".settings.field"), rolledUp.Label, new("汇总", "rollups"));
        }
    }

    private static IEnumerable<Diagnostic> FindUses(CompiledForm form)
    {
        var model = form.Model;
        if (model.Title is { IsSensitive: true } title)
        {
            yield return SensitiveDiagnostics.UsedBy(form.Source.At("title"), title.Label, new("数据标题", "titles of records"));
        }

        if (model.Code is { IsSensitive: true } code)
        {
            yield return SensitiveDiagnostics.UsedBy(form.Source.At("code"), code.Label, new("数据编号", "codes of records"));
        }

        if (model.SortField is { IsSensitive: true } sorted)
        {
            yield return SensitiveDiagnostics.UsedBy(form.Source.At("list.sortBy"), sorted.Label, new("排序", "sorting"));
        }

        foreach (var (index, key) in model.UniqueKeys.Index())
        {
            if (key.Reads.FirstOrDefault(field => field.IsSensitive) is { } compared)
            {
                yield return SensitiveDiagnostics.UsedBy(form.Source.At($"unique[{index}].fields"), compared.Label, new("多字段唯一约束", "uniqueness of several fields"));
            }
        }
    }
}

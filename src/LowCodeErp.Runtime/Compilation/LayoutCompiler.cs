using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The layouts of all forms, once references are resolved: a layout may list records of any form.</summary>
internal sealed class LayoutCompiler(
    ExtensionCatalog<ILayoutItem> items, IReadOnlyDictionary<string, CompiledForm> forms, IReadOnlyList<TierModel> tierModels, DiagnosticBag diagnostics)
{
    private readonly ExtensionCatalog<ILayoutItem> _items = items;
    private readonly IReadOnlyDictionary<string, CompiledForm> _forms = forms;
    private readonly IReadOnlyList<TierModel> _tierModels = tierModels;
    private readonly DiagnosticBag _diagnostics = diagnostics;

    public void Compile()
    {
        foreach (var form in _forms.Values.Where(form => form.Model.Parent is null))
        {
            form.Model.CompleteLayout(new FormLayout(this, form).Compile());
        }
    }

    /// <summary>One form: each of its fields has one place.</summary>
    private sealed class FormLayout(LayoutCompiler compiler, CompiledForm form)
    {
        private const int MostLevels = 6;

        private readonly HashSet<FieldModel> _placed = [];

        public IReadOnlyList<LayoutItemModel> Compile() => Compile(form.Source.Definition.Layout, "layout", "layout", null, 1);

        private List<LayoutItemModel> Compile(IReadOnlyList<LayoutItemDefinition> definitions, string path, string id, ILayoutItem? container, int level)
        {
            if (level > MostLevels && definitions.Count > 0)
            {
                Report(LayoutDiagnostics.TooDeep(path, MostLevels));
                return [];
            }

            return [.. definitions.Select((item, index) => Compile(item, JsonPath.Item(path, index), $"{id}-{index}", container, level)).OfType<LayoutItemModel>()];
        }

        private LayoutItemModel? Compile(LayoutItemDefinition definition, string path, string id, ILayoutItem? container, int level)
        {
            if (compiler._items.Find(definition.Type) is not { } type)
            {
                Report(LayoutDiagnostics.UnknownItem($"{path}.type", definition.Type, compiler._items.All.Select(known => known.Key)));
                return null;
            }

            CheckPlace(type, container, path);
            var settings = ReadSettings(type, definition, $"{path}.settings");
            var shape = settings is null ? null : type.GetShape(settings);
            CheckItems(type, shape, definition, path);
            return new()
            {
                Id = id, Type = type, Settings = settings ?? new object(),
                Field = shape is LayoutShape.Field field ? Place(field.Key, $"{path}.settings.field") : null,
                Width = shape is LayoutShape.Field { Width: var width } ? width : FieldWidth.Usual,
                Related = shape is LayoutShape.Related related ? Resolve(related, $"{path}.settings") : null,
                TierModels = shape is LayoutShape.Tiers tiers ? FindTiers(tiers.Model, $"{path}.settings") : [],
                Items = Compile(definition.Items, $"{path}.items", id, type, level + 1),
            };
        }

        private void CheckPlace(ILayoutItem type, ILayoutItem? container, string path)
        {
            if (type.Within is { } within && within != container?.Key)
            {
                Report(LayoutDiagnostics.OnlyWithin($"{path}.type", type.Key, within));
            }
        }

        private void CheckItems(ILayoutItem type, LayoutShape? shape, LayoutItemDefinition definition, string path)
        {
            if (shape is LayoutShape.Container { Only: var only })
            {
                foreach (var (index, _) in definition.Items.Index().Where(entry => only is not null && entry.Item.Type != only))
                {
                    Report(LayoutDiagnostics.OnlyItems($"{path}.items[{index}].type", type.Key, only!));
                }

                if (definition.Items.Count == 0)
                {
                    Report(LayoutDiagnostics.EmptyContainer(path, type.Key));
                }
            }
            else if (shape is not null && definition.Items.Count > 0)
            {
                Report(LayoutDiagnostics.NoContainer($"{path}.items", type.Key));
            }
        }

        private object? ReadSettings(ILayoutItem type, LayoutItemDefinition definition, string path)
        {
            var found = new DiagnosticBag();
            var settings = DefinitionReader.Read(type.SettingsType, definition.Settings ?? default(JsonElement), path, found);
            if (settings is not null)
            {
                type.CheckSettings(settings, path, found);
            }

            compiler._diagnostics.AddRange(found.Items.Select(form.Source.Locate));
            return found.HasErrors ? null : settings;
        }

        private FieldModel? Place(string key, string path)
        {
            if (form.Model.Find(key) is not { Whole: null } field)
            {
                ReportUnknown(form, key, path);
                return null;
            }

            if (!_placed.Add(field))
            {
                Report(LayoutDiagnostics.FieldTwice(path, field.Label));
            }

            return field;
        }

        /// <summary>What is wrong with a model itself has been told of.</summary>
        private IReadOnlyList<TierModel> FindTiers(string? key, string path)
        {
            TierModel[] all = [.. compiler._tierModels.Where(model => model.Form == form.Model)];
            TierModel[] shown = [.. all.Where(model => key is null || model.Key == key)];
            if (shown.Length == 0 && !compiler._diagnostics.HasErrors)
            {
                Report(key is null
                    ? TierDiagnostics.NoModel(path, form.Model.Label)
                    : TierDiagnostics.UnknownModel($"{path}.model", key, form.Model.Label, [.. all.Select(model => model.Key)]));
            }

            return shown;
        }

        private RelatedRecords? Resolve(LayoutShape.Related related, string path)
        {
            if (compiler._forms.GetValueOrDefault(related.Form) is not { } target)
            {
                Report(CompilationDiagnostics.UnknownForm($"{path}.form", related.Form));
                return null;
            }

            if (target.Model.Parent is not null)
            {
                Report(LayoutDiagnostics.RelatedLines($"{path}.form", related.Form));
                return null;
            }

            var columns = related.Columns.Select((key, index) => FindColumn(target, key, $"{path}.columns[{index}]")).OfType<FieldModel>().ToList();
            return FindReference(target, related.Reference, $"{path}.field") is { } reference
                ? new(reference, columns.Count > 0 ? columns : UsualColumns(reference))
                : null;
        }

        /// <summary>Those of its list, but not the one that would say in every row which record the page shows.</summary>
        private static IReadOnlyList<FieldModel> UsualColumns(FieldModel reference)
        {
            FieldModel[] columns = [.. reference.Form.ListColumns.Where(column => column != reference || column.IsList)];
            return columns.Length > 0 ? columns : [reference];
        }

        private FieldModel? FindReference(CompiledForm target, string key, string path)
        {
            if (target.Model.Find(key) is not { } field)
            {
                ReportUnknown(target, key, path);
                return null;
            }

            if (field.Target == form.Model)
            {
                return field;
            }

            Report(LayoutDiagnostics.NoReference(path, field.Label, form.Model.Label));
            return null;
        }

        private FieldModel? FindColumn(CompiledForm target, string key, string path)
        {
            var column = target.Model.Find(key) is { Lines: null } field ? field : null;
            if (column is null)
            {
                ReportUnknown(target, key, path);
            }

            return column;
        }

        /// <summary>A field whose own definition is wrong has been told of there.</summary>
        private void ReportUnknown(CompiledForm owner, string key, string path)
        {
            if (owner.Model.Find(key) is not null || owner.Definitions.All(definition => definition.Key != key))
            {
                Report(CompilationDiagnostics.UnknownField(path, owner.Model.Label, key));
            }
        }

        private void Report(Diagnostic diagnostic) => compiler._diagnostics.Add(form.Source.Locate(diagnostic));
    }
}

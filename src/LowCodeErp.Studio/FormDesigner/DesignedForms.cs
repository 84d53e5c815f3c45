using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Studio.Editing;
using LowCodeErp.UI.Extending.Settings;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What the settings of a designed form's fields and layout items may name.</summary>
internal static class DesignedForms
{
    public static SettingsContext ContextOf(DesignSession session, FormDefinition form, ExtensionCatalog<IFieldType> types)
        => new([.. session.Forms.Select(other => FormOffer.Of(other, types))], FormOffer.Of(form, types))
        {
            TierModels = [.. session.TierModels.Where(model => model.Form == form.Key)],
            FindConditionPlace = other => FormulaPlaces.OfRecords(session, other),
        };
}

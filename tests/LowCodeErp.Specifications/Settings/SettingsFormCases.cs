using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.UI.Extending.Settings;
using Xunit;

namespace LowCodeErp.Specifications.Settings;

/// <summary>What every extension promises to whoever sets it up.</summary>
public static class SettingsFormCases
{
    /// <summary>Fails for a member that nothing edits, and for one without a text.</summary>
    public static void AssertComplete(IExtension extension)
    {
        foreach (var model in ModelsIn(SettingsModel.Of(extension)))
        {
            Assert.All(model.Members, member => Assert.Empty(member.MissingTexts));
        }
    }

    /// <summary>Of the settings and of the items of their lists.</summary>
    public static IEnumerable<SettingsModel> ModelsIn(SettingsModel settings)
    {
        var (found, waiting) = (new HashSet<SettingsModel>(), new Queue<SettingsModel>([settings]));
        while (waiting.TryDequeue(out var model))
        {
            if (found.Add(model))
            {
                model.Members.Select(member => member.Item).OfType<SettingsModel>().ToList().ForEach(waiting.Enqueue);
            }
        }

        return found;
    }
}

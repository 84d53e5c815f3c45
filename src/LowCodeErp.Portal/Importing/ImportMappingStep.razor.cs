using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Importing;

/// <summary>What the columns of the file mean.</summary>
public sealed partial class ImportMappingStep
{
    [Parameter, EditorRequired]
    public ImportSession Session { get; set; } = null!;

    /// <summary>Carries out what reads the file again, and shows what is wrong with it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Func<Task>> OnReading { get; set; }

    private static int IndexOf(ChangeEventArgs change) => int.Parse((string)change.Value!, CultureInfo.InvariantCulture);

    private void ChooseTarget(ChangeEventArgs change) => Session.ChooseTarget(Session.Targets[IndexOf(change)]);

    private void ChooseKey(ChangeEventArgs change)
        => Session.ChooseKey(Session.KeyFields.FirstOrDefault(field => field.Key == change.Value as string));

    private static void ChooseMatch(FieldChoice choice, string? key)
        => choice.MatchField = choice.MatchFields.FirstOrDefault(field => field.Key == key);

    private async Task ChooseHeaderRowAsync(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            await OnReading.InvokeAsync(() => Session.ChooseHeaderRowAsync(row));
        }
    }
}

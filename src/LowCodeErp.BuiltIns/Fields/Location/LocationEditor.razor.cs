using System.Globalization;
using LowCodeErp.Core.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.BuiltIns.Fields.Location;

public sealed partial class LocationEditor
{
    private const string Script = "./_content/LowCodeErp.BuiltIns/Fields/Location/LocationEditor.razor.js";

    private bool _isLocating;
    private string? _note;

    [Inject]
    private IJSRuntime JavaScript { get; set; } = null!;

    private string? MapLink => Draft.ValueOf(Field.Parts[0]).Content is decimal longitude && Draft.ValueOf(Field.Parts[1]).Content is decimal latitude
        ? MapAddress.Of(Settings.MapUrl, longitude, latitude)
        : null;

    private async Task LocateAsync()
    {
        (_isLocating, _note) = (true, Texts["Locating"]);
        var script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
        var found = await script.InvokeAsync<Position>("locate");
        await script.DisposeAsync();
        _isLocating = false;
        if (found.Problem is not null)
        {
            _note = Texts[found.Problem];
            return;
        }

        _note = Texts["Accuracy", Math.Ceiling(found.Accuracy).ToString("0", CultureInfo.InvariantCulture)];
        await SetPartsAsync((Field.Parts[0], InputValue.Of((decimal)found.Longitude)), (Field.Parts[1], InputValue.Of((decimal)found.Latitude)));
    }

    /// <param name="Problem">The name of a text; null when there is a position.</param>
    private sealed record Position(double Longitude, double Latitude, double Accuracy, string? Problem);
}

using System.Globalization;
using LowCodeErp.Runtime.Importing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Importing;

/// <summary>What a check found, or what an import did.</summary>
public sealed partial class ImportOutcome
{
    private const int ShownErrors = 200;
    private const string Script = "./_content/LowCodeErp.Portal/Importing/ImportOutcome.razor.js";

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public ImportResult Result { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<ImportErrorRow> Errors { get; set; } = [];

    /// <summary>False for a check.</summary>
    [Parameter, EditorRequired]
    public bool IsFinished { get; set; }

    [Parameter]
    public bool SkipsBadRows { get; set; }

    [Parameter]
    public EventCallback<bool> SkipsBadRowsChanged { get; set; }

    private bool HasErrors => Errors.Count > 0;

    private bool HasWarnings => Result.Warnings.Count > 0;

    private string Verdict => (IsFinished, Result.IsStored, HasErrors) switch
    {
        (false, _, false) when HasWarnings => Text["CheckedWarned"],
        (false, _, false) => Text["CheckedGood"],
        (false, _, true) => Text["CheckedBad"],
        (true, true, false) => Text["Stored"],
        (true, true, true) => Text["StoredPartly", Result.BadRows],
        _ => Text["Refused"],
    };

    private async Task DownloadAsync()
    {
        await using var file = await ImportErrorSheet.WriteAsync(Errors, CultureInfo.CurrentUICulture);
        using var stream = new DotNetStreamReference(file);
        await using var script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
        await script.InvokeVoidAsync("save", Text["FileName"].Value, stream);
    }
}

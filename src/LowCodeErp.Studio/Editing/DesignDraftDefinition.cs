using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Studio.Sheets;

namespace LowCodeErp.Studio.Editing;

/// <summary>A document as it is kept on the server until it is published.</summary>
public sealed record DesignDraftDefinition
{
    /// <inheritdoc cref="AppDocument.BasedOn"/>
    public required long BasedOn { get; init; }

    public required AppDefinition App { get; init; }

    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    public required IReadOnlyList<TierModelDefinition> TierModels { get; init; }

    public IReadOnlyList<RoleDefinition> Roles { get; init; } = [];

    public IReadOnlyList<FlowDefinition> Flows { get; init; } = [];

    public IReadOnlyList<WaitingSheet> Sheets { get; init; } = [];

    public static string Write(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DefinitionWriter.Write(new DesignDraftDefinition
        {
            BasedOn = document.BasedOn, App = document.App, Forms = document.Forms, TierModels = document.TierModels, Roles = document.Roles,
            Flows = document.Flows, Sheets = document.Sheets,
        });
    }

    /// <exception cref="InvalidOperationException">It was not written by this program.</exception>
    public static DesignDraftDefinition Read(string content)
    {
        var diagnostics = new DiagnosticBag();
        return DefinitionReader.Read<DesignDraftDefinition>(content, "draft", diagnostics)
            ?? throw new InvalidOperationException($"A kept draft cannot be read: {string.Join("; ", diagnostics.Items)}");
    }

    public AppDocument ToDocument() => new(App, Forms, TierModels) { BasedOn = BasedOn, Roles = Roles, Flows = Flows, Sheets = Sheets };
}

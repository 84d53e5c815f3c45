using System.Text.Json;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>What happens to one instance of a flow, event by event, and to whom and what: the file of <c>flow run</c>.</summary>
public sealed record FlowScript
{
    /// <summary>Told again with its results.</summary>
    public string? Name { get; init; }

    /// <summary>User name of the initiator; the first member when left out.</summary>
    public string? As { get; init; }

    /// <summary>The record, as a JSON object.</summary>
    public JsonElement? Values { get; init; }

    /// <summary>Records of other forms, by the key of the form; each may have an <c>id</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Records { get; init; } = new Dictionary<string, IReadOnlyList<JsonElement>>();

    /// <summary>None: everybody who is named anywhere in the script or the flow.</summary>
    public IReadOnlyList<FlowScriptMember> Members { get; init; } = [];

    public IReadOnlyList<FlowScriptDepartment> Departments { get; init; } = [];

    /// <summary>User names by the key of the role, or <c>app/key</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>User names.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>When it begins, in the time of the workspace: <c>2026-03-02 09:00</c>. Null: then.</summary>
    public string? Now { get; init; }

    public IReadOnlyList<FlowScriptStep> Steps { get; init; } = [];
}

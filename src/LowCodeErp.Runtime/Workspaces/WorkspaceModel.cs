using System.Collections.Frozen;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Apps;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>Everything that is published, compiled; immutable, replaced as a whole when something is published.</summary>
public sealed class WorkspaceModel
{
    private readonly FrozenDictionary<string, FormModel> _forms;
    private readonly FrozenDictionary<string, TierModel> _tierModels;
    private readonly FrozenDictionary<string, FlowModel> _flows;

    /// <param name="version">Counts publications; part of the cache key of everything derived from the model.</param>
    public WorkspaceModel(long version, IReadOnlyList<AppModel> apps)
    {
        Version = version;
        Apps = apps;
        _forms = apps.SelectMany(app => app.Forms).SelectMany(WithLines).ToFrozenDictionary(form => form.Key, StringComparer.Ordinal);
        Rollups = [.. Forms.SelectMany(form => form.Rollups).OrderBy(rollup => rollup.Field.Rank)];
        _tierModels = apps.SelectMany(app => app.TierModels).ToFrozenDictionary(model => model.Key, StringComparer.Ordinal);
        _flows = apps.SelectMany(app => app.Flows).ToFrozenDictionary(flow => flow.Key, StringComparer.Ordinal);
    }

    public static WorkspaceModel Empty { get; } = new(0, []);

    public long Version { get; }

    public IReadOnlyList<AppModel> Apps { get; }

    /// <summary>Every form with a table, the lines of sub-tables included, ordered by key.</summary>
    public IEnumerable<FormModel> Forms => _forms.Values.OrderBy(form => form.Key, StringComparer.Ordinal);

    public IEnumerable<TierModel> TierModels => _tierModels.Values.OrderBy(model => model.Key, StringComparer.Ordinal);

    /// <summary>The rollups of all forms; one that rests on another comes after it.</summary>
    public IReadOnlyList<FieldRollup> Rollups { get; }

    public IEnumerable<FlowModel> Flows => _flows.Values.OrderBy(flow => flow.Key, StringComparer.Ordinal);

    public FormModel? FindForm(string key) => _forms.GetValueOrDefault(key);

    /// <summary>Whether the app says who may do what; otherwise everybody works with it.</summary>
    public bool HasRoles(string app) => Apps.Any(candidate => candidate.Key == app && candidate.Roles.Count > 0);

    public RoleModel? FindRole(string app, string key)
        => Apps.FirstOrDefault(candidate => candidate.Key == app)?.Roles.FirstOrDefault(role => role.Key == key);

    public TierModel? FindTierModel(string key) => _tierModels.GetValueOrDefault(key);

    public FlowModel? FindFlow(string key) => _flows.GetValueOrDefault(key);

    private static IEnumerable<FormModel> WithLines(FormModel form) => [form, .. form.SubTables.Select(field => field.Lines!)];
}

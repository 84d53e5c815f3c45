using LowCodeErp.Data.Encryption;
using System.Collections.Concurrent;
using System.Text.Json;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>The tables of one published version.</summary>
internal sealed class RecordTables
{
    private readonly IModel _model;
    private readonly DataKeys _keys;
    private readonly ConcurrentDictionary<FormModel, RecordTable> _tables = [];
    private readonly ConcurrentDictionary<FormModel, bool> _areSame = [];

    /// <param name="zone">In which the conditions of rollups mean their times.</param>
    public RecordTables(WorkspaceContext context, TimeZoneInfo zone)
    {
        _keys = context.Keys;
        Zone = zone;
        Workspace = context.Workspace;
        _model = context.Model;
        Sql = context.GetService<ISqlGenerationHelper>();
        Members = new(_model, Sql);
    }

    public WorkspaceModel Workspace { get; }

    public TimeZoneInfo Zone { get; }

    public ISqlGenerationHelper Sql { get; }

    public MemberColumns Members { get; }

    /// <summary>A form of an older version does as well, as long as it gives the same columns and the same verdict on every value.</summary>
    /// <exception cref="FormChangedException">It does not.</exception>
    public RecordTable Of(FormModel form)
    {
        if (Workspace.FindForm(form.Key) is not { } current || !(current == form || _areSame.GetOrAdd(form, IsSame, current)))
        {
            throw new FormChangedException(form);
        }

        return _tables.GetOrAdd(current, key => new(key, _model.FindEntityType(key.Key)!, Sql, _keys));
    }

    private static bool IsSame(FormModel form, FormModel current)
        => form.Fields.Select(Describe).SequenceEqual(current.Fields.Select(Describe)) && form.Logic.IsSame(current.Logic);

    private static object Describe(FieldModel field) => (
        field.Key,
        field.Type.Key,
        field.IsUnique,
        field.IsSensitive,
        field.IsRequired,
        field.Default,
        field.IsStored ? field.Storage : null,
        field.Target?.Key,
        field.Rollup is not null,
        JsonSerializer.Serialize(field.Settings, field.Settings.GetType()));
}

using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>A record as formulas read it, whose values flows may change.</summary>
public sealed class SimulatedRecord : IFormulaRow
{
    private readonly SimulatedRecords _records;
    private readonly IFormulaRow _given;
    private readonly Dictionary<int, object?> _changed = [];

    internal SimulatedRecord(SimulatedRecords records, long id, IFormulaSchema schema, IFormulaRow given)
        => (_records, Id, Schema, _given) = (records, id, schema, given);

    public long Id { get; }

    public IFormulaSchema Schema { get; }

    /// <summary>A field that the form does not have is left alone.</summary>
    public void Set(string key, object? value)
    {
        if (Schema.Fields.FirstOrDefault(field => field.Key == key) is { } known)
        {
            _changed[known.Ordinal] = value;
        }
    }

    /// <summary>What was given counts; what was not is computed where the form says how.</summary>
    public object? Get(int ordinal) => _changed.TryGetValue(ordinal, out var value) ? value
        : _given.Get(ordinal) ?? (FieldAt(ordinal) is { } field ? _records.Compute(this, field) : null);

    public IFormulaRow? Follow(int ordinal)
        => (_changed.ContainsKey(ordinal) ? null : _given.Follow(ordinal))
            ?? (Get(ordinal) is long id && FieldAt(ordinal)?.Target is { } target ? _records.Find(target().Key, id) : null);

    /// <summary>Records that refer to this one are those that were given; they are called <c>form:field</c>.</summary>
    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
        => FieldAt(ordinal) is { Kind: ValueKind.Table } field && field.Key.Split(':') is [var form, var reference]
            ? [.. _records.Of(form).Where(other => Equals(other.Read(reference), Id))]
            : Get(ordinal) as IReadOnlyList<IFormulaRow> ?? [];

    internal object? Read(string key) => Schema.Fields.FirstOrDefault(field => field.Key == key) is { } known ? Get(known.Ordinal) : null;

    private FormulaField? FieldAt(int ordinal) => Schema.Fields.FirstOrDefault(field => field.Ordinal == ordinal);
}

using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>The records that there are in a simulation: those that were given, and those that the flow created.</summary>
/// <param name="compute">What a field of a record comes to that nobody gave; null where it is not computed.</param>
public sealed class SimulatedRecords(Func<SimulatedRecord, FormulaField, object?> compute)
{
    private const long FirstOwnId = 1_000_001;

    private readonly Dictionary<string, List<SimulatedRecord>> _byForm = new(StringComparer.Ordinal);
    private long _nextId = FirstOwnId;

    /// <param name="id">Null for a new number.</param>
    /// <param name="given">In the order of the schema's fields.</param>
    public SimulatedRecord Add(IFormulaSchema schema, IFormulaRow given, long? id = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var record = new SimulatedRecord(this, id ?? _nextId++, schema, given);
        if (!_byForm.TryGetValue(schema.Key, out var records))
        {
            _byForm[schema.Key] = records = [];
        }

        records.Add(record);
        return record;
    }

    public IReadOnlyList<SimulatedRecord> Of(string form) => _byForm.TryGetValue(form, out var records) ? records : [];

    /// <summary>By form, in the order in which the forms came.</summary>
    internal IEnumerable<(string Form, IReadOnlyList<SimulatedRecord> Records)> All => _byForm.Select(entry => (entry.Key, (IReadOnlyList<SimulatedRecord>)entry.Value));

    public SimulatedRecord? Find(string form, long id) => Of(form).FirstOrDefault(record => record.Id == id);

    internal object? Compute(SimulatedRecord record, FormulaField field) => compute(record, field);

    internal static IFormulaRow Blank(IFormulaSchema schema) => new ArrayRow(new object?[schema.Fields.Select(field => field.Ordinal + 1).DefaultIfEmpty().Max()]);
}

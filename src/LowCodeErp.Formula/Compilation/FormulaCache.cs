using System.Collections.Concurrent;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Formulas already compiled, by text, version of the form and options.</summary>
public sealed class FormulaCache(int capacity = 10_000)
{
    private readonly ConcurrentDictionary<(string Text, string Schema, long Version, FormulaOptions Options), CompiledFormula> _known = new();

    public CompiledFormula Get(string text, IFormulaSchema schema, FormulaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var key = (text, schema.Key, schema.Version, options ?? FormulaOptions.Default);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_known.Count >= capacity)
        {
            // Old versions of forms are never asked for again; starting afresh is simpler than knowing which they are.
            _known.Clear();
        }

        return _known.GetOrAdd(key, FormulaCompiler.Compile(text, schema, options));
    }
}

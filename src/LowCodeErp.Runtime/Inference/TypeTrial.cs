using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Runtime.Inference;

/// <summary>Whether a field of a type could hold the values of a column, as the type itself judges: what suits it here is imported later.</summary>
internal sealed class TypeTrial
{
    /// <summary>A type that so many values do not suit is out of the question, whatever follows.</summary>
    private const int MostMisfits = 1_000;

    private const int Examples = 5;
    private const int LongestExample = 40;

    private readonly IFieldType _type;
    private readonly object _settings;
    private readonly List<Misfit> _examples = [];

    public TypeTrial(IFieldType type, JsonElement? settings)
    {
        _type = type;
        _settings = DefinitionReader.Read(type.SettingsType, settings ?? default, "", new DiagnosticBag())
            ?? throw new ArgumentException($"The type '{type.Key}' has no such settings.", nameof(settings));
    }

    public string Type => _type.Key;

    public long Fits { get; private set; }

    public long Misfits { get; private set; }

    private bool IsGivenUp => Misfits > MostMisfits && Misfits > Fits;

    /// <param name="text">The cell's, for the example that it may become.</param>
    public void Try(InputValue cell, string text, int row)
    {
        if (IsGivenUp)
        {
            Misfits++;
            return;
        }

        var diagnostics = new DiagnosticBag();
        var value = _type.Read(cell, _settings, "", diagnostics);
        if (!value.IsBlank && !diagnostics.HasErrors)
        {
            _type.Check(value, _settings, "", diagnostics);
        }

        if (diagnostics.Items.FirstOrDefault(item => item.Severity == Severity.Error) is not { } error)
        {
            Fits++;
            return;
        }

        Misfits++;
        if (_examples.Count < Examples)
        {
            _examples.Add(new(row, text.Length > LongestExample ? text[..LongestExample] + "…" : text, error.Message));
        }
    }

    public TypeFit ToFit(JsonElement? settings) => new(Type, settings, Misfits, _examples);
}

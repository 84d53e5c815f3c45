using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas.Json;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>The record of a command line, and the fields that it has.</summary>
internal sealed record GivenRecord(IFormulaSchema Schema, ArrayRow Row)
{
    /// <summary>Null, with the reasons on the console, when the record cannot be read.</summary>
    public static GivenRecord? Read(string? json, FormulaSetting setting)
    {
        var reader = new Reader(setting);
        var record = reader.Read(json);
        if (record is null)
        {
            CommandSession.Report(reader.Diagnostics.Items);
        }

        return record;
    }

    private sealed class Reader(FormulaSetting setting)
    {
        private readonly DiagnosticBag _diagnostics = new();

        public DiagnosticBag Diagnostics => _diagnostics;

        /// <summary>Null, with the reasons in the diagnostics, when the record cannot be read.</summary>
        public GivenRecord? Read(string? json)
        {
            if (Parse(json ?? "{}") is not { } record)
            {
                return null;
            }

            if (JsonTexts.FindHalf(record, "") is { } place)
            {
                _diagnostics.Add(RecordJsonDiagnostics.HalfACharacter(place));
                return null;
            }

            var fields = setting.Schema ?? new InferredSchema(_diagnostics).Infer([record], "");
            if (_diagnostics.HasErrors)
            {
                return null;
            }

            var row = new RecordReader(setting.Zone, _diagnostics).Read(record, fields, "");
            return _diagnostics.HasErrors ? null : new(fields, row);
        }

        private JsonElement? Parse(string json)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    return document.RootElement.Clone();
                }

                _diagnostics.Add(RecordJsonDiagnostics.NotAnObject("--record"));
            }
            catch (JsonException exception)
            {
                // Typed by a person at a prompt, where quotes are easily lost.
                _diagnostics.Add(RecordJsonDiagnostics.NotJson(exception));
            }

            return null;
        }
    }
}

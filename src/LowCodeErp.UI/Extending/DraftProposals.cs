using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.UI.Extending;

/// <summary>What stands in the fields of a draft until somebody enters something else: defaults that follow other fields, and what a chosen record fills in.</summary>
internal sealed class DraftProposals
{
    /// <summary>The choice that a field was filled from last.</summary>
    private readonly Dictionary<(RecordDraft Record, FieldModel Field), object?> _filled = [];

    public void Run(RecordDraft record, DraftRow row, EvaluationContext context)
    {
        foreach (var proposal in record.Form.Logic.Proposals)
        {
            if (proposal is FieldProposal.Fill fill)
            {
                Fill(record, row, fill);
            }
            else if (proposal is FieldProposal.Computed computed && record.IsNew && !record.IsEntered(computed.Field))
            {
                var diagnostics = new DiagnosticBag();
                record.SetProposed(computed.Field, computed.Calculate(row, context, computed.Field.Key, diagnostics), null, diagnostics.Items);
            }
        }
    }

    private void Fill(RecordDraft record, DraftRow row, FieldProposal.Fill fill)
    {
        var chosen = record.ValueOf(fill.Reference).Content;
        if (Equals(chosen, FilledFrom(record, fill)))
        {
            return;
        }

        if (chosen is null)
        {
            _filled[(record, fill.Field)] = null;
        }
        else if (row.TryFollow(fill.Path, out var last))
        {
            _filled[(record, fill.Field)] = chosen;
            var (source, diagnostics) = (fill.Path.Field, new DiagnosticBag());
            var value = fill.Take(last?.ValueOf(source).Content, fill.Field.Key, diagnostics);
            record.SetProposed(fill.Field, value, last is null ? null : (last, source), diagnostics.Items);
        }
    }

    /// <summary>A stored record was filled when it was saved.</summary>
    private object? FilledFrom(RecordDraft record, FieldProposal.Fill fill)
        => _filled.TryGetValue((record, fill.Field), out var id) ? id : record.Before?.Get(fill.Reference.Ordinal);
}

using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.UI.Formulas;

/// <summary>Tries formulas that are being written on records that are there, as whoever sits at this page may read them.</summary>
public sealed class FormulaTrials(IRecordQueries queries, ICurrentActor viewer, IWorkspace workspace, IAccess access)
{
    private const int Offered = 10;

    /// <summary>Whether there are such records; none of lines alone, nor of a form before it is published.</summary>
    public bool CanTry(FormulaPlace place) => Published(place) is not null;

    public async Task<IReadOnlyList<RecordReference>> SuggestAsync(FormulaPlace place, string? text, CancellationToken cancellationToken)
    {
        var (form, actor) = (Published(place)!, await viewer.GetAsync());
        // SQLite works on the thread that calls it, and a page that waits on its own thread answers no click.
        return await Task.Run(() => queries.SuggestAsync(form, text, Offered, actor, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>How the formula comes to its value for the record; null when the record is gone, or the formula reads what no trial can.</summary>
    public async Task<Explanation?> TryAsync(FormulaPlace place, string text, long id, CultureInfo culture, CancellationToken cancellationToken)
    {
        var compiled = place.Compile(text);
        if (compiled.HasErrors || ReadsRelated(compiled) || await OpenAsync(Published(place)!, id, cancellationToken) is not { } record)
        {
            return null;
        }

        var referred = new ReferredRecords((form, other) => OpenAsync(form, other, cancellationToken));
        var (row, context, shown) = (new SampleRow(place.Schema, record, referred), await NewContextAsync(), compiled.WithLabels(culture));
        var explanation = shown.Explain(row, context);
        while (referred.HasMissing)
        {
            await referred.ReadAsync();
            explanation = shown.Explain(row, context);
        }

        return explanation;
    }

    private static bool ReadsRelated(CompiledFormula compiled)
        => compiled.Facts.Dependencies.Any(path => path.Steps.Any(step => step.Kind == ValueKind.Table && RelatedKey(step.Key)));

    /// <summary>No key of a field has a colon.</summary>
    private static bool RelatedKey(string key) => key.Contains(':', StringComparison.Ordinal);

    private FormModel? Published(FormulaPlace place) => workspace.Current.FindForm(place.Form.Key) is { Parent: null } form ? form : null;

    private async Task<EvaluationContext> NewContextAsync() => (await access.OfAsync(await viewer.GetAsync())).Evaluation;

    private async Task<RecordDraft?> OpenAsync(FormModel form, long id, CancellationToken cancellationToken)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => ReadAsync(form, id, actor, cancellationToken), cancellationToken);
    }

    private async Task<RecordDraft?> ReadAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(form, id, actor, cancellationToken) is not { } row)
        {
            return null;
        }

        var lines = new Dictionary<string, IReadOnlyList<RecordRow>>();
        foreach (var subTable in form.SubTables)
        {
            lines.Add(subTable.Key, await queries.ReadLinesAsync(subTable, id, actor, cancellationToken));
        }

        return RecordDraft.From(row, lines);
    }
}

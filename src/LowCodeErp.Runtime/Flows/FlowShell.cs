using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Answers what the machine asks, within the transaction of the command. It decides nothing.</summary>
public sealed class FlowShell(IWorkspace workspace, SavePipeline pipeline, IRoleAssignments roles)
{
    private const int LongestTitle = 200;

    private readonly FlowFormulas _formulas = new(workspace);

    internal FlowRecords Records { get; } = new(workspace, pipeline);

    internal async Task<FlowAnswer> AnswerAsync(FlowQuestion question, FlowCommand command, CancellationToken cancellationToken) => question switch
    {
        FlowQuestion.Evaluate evaluate => new FlowAnswer.Outcomes(await _formulas.EvaluateAsync(evaluate.Terms, command, cancellationToken)),
        FlowQuestion.MembersOfRole asked => new FlowAnswer.Ids(await roles.FindHoldersAsync(asked.App, asked.Role, cancellationToken)),
        FlowQuestion.Administrators asked => new FlowAnswer.Ids(await FindAdministratorsAsync(asked.App, command, cancellationToken)),
        FlowQuestion.FindRecords find => new FlowAnswer.Ids(await FindAsync(find.Form, find.When, find.Most, command, cancellationToken)),
        FlowQuestion.CreateRecord create => await CreateAsync(create, command, cancellationToken),
        FlowQuestion.UpdateRecords update => await UpdateAsync(update, command, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "The shell has no answer to this kind of question."),
    };

    /// <summary>As its author said, else the title of the record; its id where that is blank.</summary>
    internal async Task<string> ReadTitleAsync(FlowCommand command, CancellationToken cancellationToken)
    {
        var term = command.Flow.Title is { } formula ? new FlowTerm("title", formula)
            : command.Flow.Form.Title is { } title ? new FlowTerm("title", null, title.Key)
            : null;
        var value = term is null ? null : (await _formulas.EvaluateAsync([term], command, cancellationToken))[0].Value;
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } known ? known : string.Create(CultureInfo.InvariantCulture, $"#{command.RecordId}");
        return text.Length <= LongestTitle ? text : text[..LongestTitle];
    }

    /// <summary>Why a member cannot begin the flow with the record as it is stored; null when he can.</summary>
    /// <param name="button">Null where he submits it.</param>
    internal async Task<Diagnostic?> FindStartRefusalAsync(string? button, FlowCommand command, CancellationToken cancellationToken)
    {
        var flow = command.Flow;
        if (flow.Starts.FirstOrDefault(start => button is null ? start.On == FlowTrigger.Submit : start.On == FlowTrigger.Button && start.Key == button) is not { } own)
        {
            return FlowCommandDiagnostics.NotByHand(flow.Label);
        }

        if (own.When is not { } when)
        {
            return null;
        }

        var outcome = (await _formulas.EvaluateAsync([new("when", when)], command, cancellationToken))[0];
        return outcome.Failure ?? (outcome.Holds ? null : FlowCommandDiagnostics.ConditionUnmet(flow.Label));
    }

    /// <summary>Those of the app; where it has none, those of the workspace.</summary>
    private async Task<IReadOnlyList<long>> FindAdministratorsAsync(string app, FlowCommand command, CancellationToken cancellationToken)
        => await roles.FindHoldersAsync(app, RoleAssignment.AppAdministrator, cancellationToken) is { Count: > 0 } own
            ? own
            : await command.Transaction.FindAdministratorsAsync(cancellationToken);

    private async Task<IReadOnlyList<long>> FindAsync(string form, CompiledFormula? when, int most, FlowCommand command, CancellationToken cancellationToken)
        => await command.Transaction.FindAsync(workspace.Current.FindForm(form)!, when, most, command.Evaluation, cancellationToken);

    private async Task<FlowAnswer> CreateAsync(FlowQuestion.CreateRecord create, FlowCommand command, CancellationToken cancellationToken)
    {
        var (records, failure) = await ReadNewAsync(create, command, cancellationToken);
        if (failure is not null)
        {
            return new FlowAnswer.Failed(failure);
        }

        var lines = new Dictionary<string, IReadOnlyList<RecordInput>>(StringComparer.Ordinal);
        foreach (var (target, source) in create.Lines)
        {
            lines[target] = await CopyLinesAsync(create.Form, target, source, command, cancellationToken);
        }

        return records.Count == 0
            ? new FlowAnswer.Ids([])
            : await SaveAsync(create.Form, [.. records.Select(values => new RecordInput { Values = values, Lines = lines })], command, cancellationToken);
    }

    /// <summary>The values of each new record: of one, or of one for each line that counts.</summary>
    private async Task<(IReadOnlyList<Dictionary<string, InputValue>> Records, Diagnostic? Failure)> ReadNewAsync(
        FlowQuestion.CreateRecord create, FlowCommand command, CancellationToken cancellationToken)
    {
        if (create.Each is not { } each)
        {
            var (values, failure) = await ReadValuesAsync(create.Form, create.Values, command, cancellationToken);
            return ([values], failure);
        }

        var form = workspace.Current.FindForm(command.Flow.Form.Key)![each].Lines!;
        long[] lines = [.. (await command.Transaction.ReadLinesAsync(form, [command.RecordId], cancellationToken)).Select(line => line.Id)];
        FlowTerm[] conditions = create.When is { } when ? [new("when", when)] : [];
        var found = await _formulas.EvaluateAsync(form, lines, [.. conditions, .. create.Values], command, cancellationToken);
        var counted = lines.Select(line => found[line]).Where(outcomes => conditions.Length == 0 || outcomes[0].Holds || outcomes[0].Failure is not null).ToList();
        return (
            [.. counted.Select(outcomes => ToInputs(create.Form, create.Values, [.. outcomes.Skip(conditions.Length)]))],
            counted.SelectMany(outcomes => outcomes).Select(outcome => outcome.Failure).FirstOrDefault(failure => failure is not null));
    }

    private async Task<FlowAnswer> UpdateAsync(FlowQuestion.UpdateRecords update, FlowCommand command, CancellationToken cancellationToken)
    {
        var form = update.Form ?? command.Flow.Form.Key;
        var (values, failure) = await ReadValuesAsync(form, update.Values, command, cancellationToken);
        if (failure is not null)
        {
            return new FlowAnswer.Failed(failure);
        }

        var ids = update.Form is null ? [command.RecordId] : await FindAsync(form, update.When, int.MaxValue, command, cancellationToken);
        return await SaveAsync(form, [.. ids.Select(id => new RecordInput { Id = id, Values = values })], command, cancellationToken);
    }

    /// <summary>What formulas over the record of the instance give, as a door hands it in.</summary>
    private async Task<(Dictionary<string, InputValue> Values, Diagnostic? Failure)> ReadValuesAsync(
        string form, IReadOnlyList<FlowTerm> terms, FlowCommand command, CancellationToken cancellationToken)
    {
        var outcomes = await _formulas.EvaluateAsync(terms, command, cancellationToken);
        return (ToInputs(form, terms, outcomes), outcomes.Select(outcome => outcome.Failure).FirstOrDefault(failure => failure is not null));
    }

    private Dictionary<string, InputValue> ToInputs(string form, IReadOnlyList<FlowTerm> terms, IReadOnlyList<FlowOutcome> outcomes)
    {
        var target = workspace.Current.FindForm(form)!;
        return terms.Zip(outcomes).ToDictionary(
            term => term.First.Name, term => target.Find(term.First.Name) is { } field ? InputValue.Of(new Value(field.Kind, term.Second.Value)) : InputValue.Blank);
    }

    /// <summary>Field by field of the same key, except for what is computed there.</summary>
    private async Task<IReadOnlyList<RecordInput>> CopyLinesAsync(string form, string target, string source, FlowCommand command, CancellationToken cancellationToken)
    {
        var from = workspace.Current.FindForm(command.Flow.Form.Key)![source].Lines!;
        var to = workspace.Current.FindForm(form)![target].Lines!;
        FieldModel[] shared = [.. from.Fields.Where(field => field.IsStored && field.Parts.Count == 0 && to.Find(field.Key) is { IsStored: true, IsComputed: false })];
        var stored = await command.Transaction.ReadLinesAsync(from, [command.RecordId], cancellationToken);
        return [.. stored.Select(line => new RecordInput { Values = shared.ToDictionary(field => field.Key, field => InputValue.Of(new Value(field.Kind, line.Values[field.Ordinal]))) })];
    }

    /// <summary>Through the same checks as everybody's. What is refused is an incident: nobody who sits at a page could mend it.</summary>
    private async Task<FlowAnswer> SaveAsync(string form, IReadOnlyList<RecordInput> inputs, FlowCommand command, CancellationToken cancellationToken)
    {
        var request = new SaveRequest(workspace.Current.FindForm(form)!, inputs, command.InItsName, ChangeSource.Flow)
        {
            ConfirmsWarnings = true, At = command.Facts.Now, Cause = new(command.Depth, command.InitiatorId),
        };
        return await pipeline.SaveAsync(request, command.Transaction, cancellationToken) switch
        {
            SaveResult.Saved saved => new FlowAnswer.Ids([.. saved.Records.Select(record => record.Id)]),
            SaveResult.Invalid invalid => new FlowAnswer.Failed(invalid.Problems[0].Diagnostic),
            SaveResult.Conflict => throw new FlowConflictException($"A record of '{form}' was changed by somebody else."),
            var other => throw new InvalidOperationException($"A flow's save ended with {other}."),
        };
    }
}

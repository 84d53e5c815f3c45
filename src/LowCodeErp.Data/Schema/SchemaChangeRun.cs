using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LowCodeErp.Data.Schema;

/// <summary>One change of the tables, from top to bottom: values are judged, columns and tables move, values are converted, checked, and put under indexes again.</summary>
internal sealed class SchemaChangeRun(
    WorkspaceContext context, WriteTransaction transaction, DatabaseProvider provider, SchemaComparison comparison, SchemaOptions options)
{
    private readonly ConversionRun _conversions = new(context, transaction);
    private readonly SealingRun _sealing = new(context, transaction);
    private readonly SchemaDataChecks _checks = new(context, transaction);
    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<ColumnConversion> _converted = [];
    private readonly List<LocalizedText> _effects = [];

    public async Task<TableChange> RunAsync(CancellationToken cancellationToken)
    {
        _diagnostics.AddRange(comparison.FindRefusals());
        if (!_diagnostics.HasErrors)
        {
            await JudgeAsync(cancellationToken);
            await CountAsync(cancellationToken);
        }

        if (!_diagnostics.HasErrors)
        {
            await ApplyAsync(cancellationToken);
        }

        return new(comparison, _converted, _diagnostics.Items) { Effects = _effects };
    }

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var texts = new ReferenceTexts(context, transaction, provider, FindBefore);
        foreach (var pair in comparison.Fields.Where(pair => pair.IsInQuestion))
        {
            if (await _conversions.JudgeAsync(pair, texts, cancellationToken) is { } conversion)
            {
                _converted.Add(conversion);
                Report(conversion.LeftBehind.Select(value => SchemaDiagnostics.LeftBehind(conversion.Field, value)));
                Report(conversion.LeftBehindCount, conversion.Field);
            }
        }

        foreach (var pair in comparison.Fields.Where(pair => pair.DemandsOther))
        {
            if (await _conversions.JudgeAsync(pair, texts, cancellationToken) is { LeftBehindCount: > 0 } unsuitable)
            {
                _effects.Add(SchemaEffects.NoLongerSuits(pair.New, unsuitable.LeftBehindCount, options.MayTell(pair.Form.New) ? unsuitable.LeftBehind[0] : null));
            }
        }

        foreach (var (form, field) in comparison.ReshapedFields)
        {
            Report(await _checks.CountAsync(form.TableBefore, field.Column, cancellationToken), field);
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var form in comparison.RemovedForms)
        {
            Tell(await _checks.CountAsync(form.Table, SystemColumns.Id, cancellationToken), count => SchemaEffects.KeepsRecords(form, count));
        }

        foreach (var (form, field) in comparison.RemovedFields.Where(removed => !removed.Field.IsInternal))
        {
            Tell(await _checks.CountAsync(form.TableBefore, field.Column, cancellationToken), count => SchemaEffects.KeepsValues(field, count));
        }

        foreach (var form in comparison.Forms.Where(form => form.Kept is not null))
        {
            Tell(await _checks.CountAsync(form.TableBefore, SystemColumns.Id, cancellationToken), count => SchemaEffects.BringsRecordsBack(form.New, count));
        }

        foreach (var pair in comparison.Fields.Where(pair => pair.Kept is not null && _converted.TrueForAll(conversion => conversion.Pair != pair)))
        {
            Tell(await _checks.CountAsync(pair.Form.TableBefore, pair.ColumnBefore, cancellationToken), count => SchemaEffects.BringsValuesBack(pair.New, count));
        }

        foreach (var pair in comparison.Fields.Where(pair => pair.IsSealed || pair.IsOpened))
        {
            Tell(
                await _checks.CountAsync(pair.Form.TableBefore, pair.ColumnBefore, cancellationToken),
                count => pair.IsSealed ? SchemaEffects.Encrypts(pair.New, count) : SchemaEffects.Decrypts(pair.New, count));
        }

        _effects.AddRange(_converted.Select(conversion => SchemaEffects.Converts(conversion.Field, conversion.Changed, conversion.LeftBehindCount)));
    }

    private void Tell(long count, Func<long, LocalizedText> sentence)
    {
        if (count > 0)
        {
            _effects.Add(sentence(count));
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var converted = _converted.Select(conversion => conversion.Pair).ToHashSet();
        var plan = new SchemaPlanner(context).Plan(comparison, converted);
        _diagnostics.AddRange(plan.Diagnostics);
        if (_diagnostics.HasErrors)
        {
            return;
        }

        if (!await OpenAsync(cancellationToken))
        {
            return;
        }

        var indexes = await IndexMoves.FindAsync(transaction, provider, comparison, SchemaPlanner.RemovedColumns(comparison, converted), cancellationToken);
        await ExecuteAsync(indexes.Drops, cancellationToken);
        await ExecuteAsync(plan.Commands.Select(TextOf), cancellationToken);
        var texts = new ReferenceTexts(context, transaction, provider, FindAfter);
        foreach (var conversion in _converted)
        {
            // The same values as were judged, unless they name records whose titles are converted by the same publication.
            var left = await _conversions.FillAsync(conversion.Pair, texts, comparison.To.Version, cancellationToken);
            Report(left - conversion.LeftBehindCount, conversion.Field);
        }

        await SealAsync(cancellationToken);
        var change = new TableChange(comparison, _converted, []);
        _diagnostics.AddRange(_diagnostics.HasErrors ? [] : await _checks.CheckAsync(comparison, pair => change.ChangedFields.Contains(pair.New), cancellationToken));
        if (!_diagnostics.HasErrors)
        {
            await ExecuteAsync(plan.Constraints.Select(TextOf), cancellationToken);
            await ExecuteAsync(indexes.Creations, cancellationToken);
        }
    }

    private async Task SealAsync(CancellationToken cancellationToken)
    {
        foreach (var pair in comparison.Fields.Where(pair => pair.New.BlindIndex is not null))
        {
            if (pair.IsSealed)
            {
                await _sealing.SealAsync(pair.New, cancellationToken);
            }
            else if (comparison.Fields.All(other => other.New != pair.New.BlindIndex) && await _sealing.IndexAsync(pair.New, cancellationToken) is { } unreadable)
            {
                _diagnostics.Add(unreadable);
            }
        }
    }

    /// <summary>Whether everything that shall be readable again is.</summary>
    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var pair in comparison.Fields.Where(pair => pair.IsOpened))
        {
            if (await _sealing.OpenAsync(pair, cancellationToken) is { } unreadable)
            {
                _diagnostics.Add(unreadable);
            }
        }

        return !_diagnostics.HasErrors;
    }

    private void Report(long leftBehind, FieldModel field)
    {
        if (leftBehind > 0)
        {
            Report([SchemaDiagnostics.LeftBehind(field, leftBehind)]);
        }
    }

    /// <summary>Who chose to go on is told all the same.</summary>
    private void Report(IEnumerable<Diagnostic> leftBehind)
        => _diagnostics.AddRange(leftBehind.Select(diagnostic => options.LeavesUnconverted ? diagnostic with { Severity = Severity.Warning } : diagnostic));

    private (FormModel Form, string Table)? FindBefore(string key)
        => comparison.Forms.FirstOrDefault(pair => pair.New.Key == key) is { } pair ? (pair.Old, pair.TableBefore)
            : comparison.From.FindForm(key) is { } form ? (form, form.Table)
            : null;

    /// <summary>A form that goes is still read by what referred to it.</summary>
    private (FormModel Form, string Table)? FindAfter(string key)
        => comparison.To.FindForm(key) is { } form ? (form, form.Table)
            : comparison.From.FindForm(key) is { } gone ? (gone, RemovedNames.For(gone.Table, comparison.To.Version))
            : null;

    private static string TextOf(MigrationCommand command) => command.TransactionSuppressed
        ? throw new InvalidOperationException("This plan cannot be carried out inside a transaction.")
        : command.CommandText;

    private async Task ExecuteAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

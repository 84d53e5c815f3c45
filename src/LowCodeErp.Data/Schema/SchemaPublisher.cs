using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>Brings the forms' tables from one published state to the next, inside the transaction that publishes it.</summary>
public sealed class SchemaPublisher(WorkspaceContextFactory contexts)
{
    /// <summary>Compares with the tables' contents too, so it belongs into the transaction that applies the plan.</summary>
    public async Task<SchemaPlan> PlanAsync(
        WriteTransaction transaction, WorkspaceModel from, WorkspaceModel to, CancellationToken cancellationToken = default)
    {
        await using var context = contexts.Join(transaction, WorkspaceModel.Empty);
        var plan = new SchemaPlanner(context).Plan(from, to);
        if (plan.Diagnostics.Count > 0)
        {
            return plan;
        }

        var diagnostics = await new SchemaDataChecks(context, transaction).CheckAsync(new(from, to), cancellationToken);
        return diagnostics.Count > 0 ? SchemaPlan.Refused(diagnostics) : plan;
    }

    /// <exception cref="InvalidOperationException">The plan was refused, or needs a command that cannot run in a transaction.</exception>
    public static async Task ApplyAsync(WriteTransaction transaction, SchemaPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Diagnostics.Count > 0 || plan.Commands.Any(command => command.TransactionSuppressed))
        {
            throw new InvalidOperationException("This plan cannot be carried out inside a transaction.");
        }

        foreach (var migration in plan.Commands)
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = migration.CommandText;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

namespace LowCodeErp.Runtime.Flows;

/// <summary>What administrators do. They have to say why.</summary>
public abstract partial record FlowEvent
{
    /// <summary>A command of an administrator.</summary>
    public abstract record AdministratorCommand : Command
    {
        private protected AdministratorCommand()
        {
        }

        public required string Reason { get; init; }
    }

    /// <summary>Another member takes an open seat (rule 17).</summary>
    public sealed record Replace(int SeatId, long To) : AdministratorCommand;

    /// <summary>Forward or back to any step (rule 33).</summary>
    /// <param name="From">Key of the live block that is left; null where only one is live.</param>
    public sealed record Jump(string? From, string To) : AdministratorCommand;

    public sealed record Suspend : AdministratorCommand;

    public sealed record Reactivate : AdministratorCommand;

    /// <summary>The instance is ended (rule 35).</summary>
    public sealed record Terminate : AdministratorCommand;

    /// <summary>The step of an incident is tried again.</summary>
    public sealed record Retry(int IncidentId) : AdministratorCommand;

    /// <summary>The step of an incident is passed over, as if it were done.</summary>
    public sealed record Skip(int IncidentId) : AdministratorCommand;

    /// <summary>The instance is ended because of an incident.</summary>
    public sealed record Abort(int IncidentId) : AdministratorCommand;
}

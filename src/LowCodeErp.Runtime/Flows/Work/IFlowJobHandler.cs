namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>Carries out jobs of one kind. The same job may come again, under the same <see cref="LeasedJob.IdempotencyKey"/>.</summary>
public interface IFlowJobHandler
{
    /// <summary>See <see cref="State.FlowJob.Kind"/>.</summary>
    string Kind { get; }

    Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken);
}

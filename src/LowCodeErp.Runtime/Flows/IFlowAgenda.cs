namespace LowCodeErp.Runtime.Flows;

/// <summary>What waits for its moment: timers and jobs of all instances. Any number of nodes ask at the same time.</summary>
public interface IFlowAgenda
{
    /// <summary>The longest due first. A timer that several nodes find is fired once: firing is a command on its instance.</summary>
    /// <param name="now">In UTC.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTime now, DueTimer? after, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Takes jobs whose moment has come and that nobody has in hand, the longest due first. That counts as an attempt already, so that a job which ends the
    /// process is not tried for ever. Jobs of suspended instances wait.
    /// </summary>
    /// <param name="until">When the lease ends unless it is renewed, in UTC.</param>
    Task<IReadOnlyList<LeasedJob>> LeaseAsync(DateTime now, DateTime until, int take, CancellationToken cancellationToken);

    /// <returns>False when somebody else has the job by now, or it is no longer wanted: whoever works on it stops.</returns>
    Task<bool> RenewAsync(LeasedJob job, DateTime until, CancellationToken cancellationToken);

    /// <summary>Gives a job back that is to be tried again. One that is no longer wanted, or somebody else has, stays as it is.</summary>
    /// <param name="nextAt">From when, in UTC.</param>
    /// <param name="wasTried">False takes the attempt back: what kept it was no fault of the job (D15).</param>
    Task ReleaseAsync(LeasedJob job, DateTime nextAt, bool wasTried, CancellationToken cancellationToken);
}

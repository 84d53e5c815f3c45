namespace LowCodeErp.Runtime.Flows;

/// <summary>What happened, as history tells it. Permanent; words for it are in <c>FlowActions.resx</c>.</summary>
public static class FlowActions
{
    public const string Submitted = "submitted";
    public const string Resubmitted = "resubmitted";
    public const string Entered = "entered";
    public const string Left = "left";
    public const string Asked = "asked";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Completed = "completed";
    public const string Returned = "returned";
    public const string Transferred = "transferred";
    public const string Delegated = "delegated";
    public const string Advised = "advised";
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Claimed = "claimed";
    public const string Released = "released";
    public const string TakenBack = "taken-back";
    public const string Withdrawn = "withdrawn";
    public const string Reminded = "reminded";
    public const string Copied = "copied";
    public const string Replaced = "replaced";
    public const string Jumped = "jumped";
    public const string Suspended = "suspended";
    public const string Resumed = "resumed";
    public const string Terminated = "terminated";
    public const string Retried = "retried";
    public const string PassedOver = "passed-over";
    public const string Aborted = "aborted";
    public const string Skipped = "skipped";
    public const string Cancelled = "cancelled";
    public const string Carried = "carried";
    public const string Fired = "fired";
    public const string Signalled = "signalled";
    public const string Reported = "reported";
    public const string Ignored = "ignored";
    public const string Faulted = "faulted";
    public const string Ended = "ended";
}

using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What steps have in common that ask people.</summary>
public abstract record TaskSettings
{
    public const int UsualDepth = 3;

    /// <summary>Of a handle step none means that nobody in particular is asked: whoever is told to completes it.</summary>
    public IReadOnlyList<AssigneeRule> Assignees { get; init; } = [];

    /// <summary>Whether it is one seat that any of the people found may claim (rule 6); otherwise each of them has a seat.</summary>
    public bool Claim { get; init; }

    /// <summary>Of a seat to claim: whether those may who were found when it was opened; otherwise whoever has the role by then.</summary>
    public bool FreezeGroup { get; init; }

    public SeatMode Mode { get; init; } = SeatMode.All;

    public EmptyPolicy WhenEmpty { get; init; } = EmptyPolicy.Administrators;

    /// <summary>Of <see cref="EmptyPolicy.Members"/>.</summary>
    [MemberName]
    public IReadOnlyList<string> EmptyMembers { get; init; } = [];

    public IReadOnlyList<TimeoutStep> Timeouts { get; init; } = [];

    /// <summary>Whether a transfer starts the clock again.</summary>
    public bool TransferRestartsClock { get; init; }

    /// <summary>Rights on fields that differ from reading, by key of the field.</summary>
    [FieldKey]
    public IReadOnlyDictionary<string, FieldRight> Fields { get; init; } = new Dictionary<string, FieldRight>();

    /// <summary>Whether an opinion has to be given.</summary>
    public bool RequireOpinion { get; init; }

    public bool RequireSignature { get; init; }

    /// <summary>Whether a task may be handed to somebody else for good (转办).</summary>
    public bool AllowTransfer { get; init; } = true;

    /// <summary>How often one seat may be handed on; null for any number.</summary>
    public int? TransferLimit { get; init; }

    /// <summary>Whether a seat may go to somebody who has one in this step already: then it is one task that weighs as much as both. Otherwise he cannot be chosen.</summary>
    public bool MergeTransfers { get; init; }

    /// <summary>Whether somebody else may be asked to act first (委派).</summary>
    public bool AllowDelegate { get; init; } = true;

    /// <summary>How deep seats may be added by seats that were added themselves; 0 forbids adding any (加签), at most 10.</summary>
    public int AddDepth { get; init; } = UsualDepth;

    public bool AllowReturn { get; init; } = true;

    /// <summary>Whether whoever acted may take it back while nobody acted upon it (rule 29).</summary>
    public bool AllowTakeBack { get; init; } = true;

    /// <summary>Whether it can be taken back only while the next one has not even looked at it.</summary>
    public bool LockWhenRead { get; init; }

    /// <summary>For how many hours after acting; null for any time.</summary>
    public decimal? TakeBackHours { get; init; }
}

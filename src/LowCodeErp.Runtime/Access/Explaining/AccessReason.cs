using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>One thing that an answer rests on.</summary>
public abstract record AccessReason
{
    private AccessReason()
    {
    }

    public sealed record Stands(AccessStanding Standing) : AccessReason;

    /// <summary>What a grant of a role has to do with it.</summary>
    /// <param name="Assignments">How the member got the role.</param>
    /// <param name="Holds">Whether the grant is about this record; null where no record was asked about, or where the asker may not know.</param>
    /// <param name="Decides">Without this alone the answer were another.</param>
    public sealed record Granted(RoleModel Role, GrantModel Grant, IReadOnlyList<RoleAssignment> Assignments, GrantPart Part, bool? Holds, bool Decides) : AccessReason
    {
        /// <summary>Whether it keeps back the value of a field and not its mask.</summary>
        public bool LeavesMask { get; init; }
    }

    /// <summary>A role that says something of the form, at another time than now.</summary>
    /// <param name="IsOver">False: it has not begun yet.</param>
    public sealed record NotInForce(RoleModel Role, RoleAssignment Assignment, bool IsOver) : AccessReason;

    /// <summary>No role of the member says anything of the form's records.</summary>
    public sealed record NoGrant : AccessReason;

    /// <summary>The field is, or is computed from, figures of records that the member may not all see.</summary>
    public sealed record HiddenRollup(FieldModel Rollup) : AccessReason;

    /// <summary>The value comes from another form: where the field, or its record, is not seen there, there is a blank here.</summary>
    public sealed record ReadElsewhere(FieldModel Source) : AccessReason;

    /// <summary>Nobody enters the field.</summary>
    public sealed record Computed : AccessReason;

    /// <summary>The record is in the trash, or there is none.</summary>
    public sealed record Gone : AccessReason;

    /// <summary>The record is not there for the member, who asks himself: more he must not hear.</summary>
    public sealed record OutOfSight : AccessReason;

    /// <summary>The member cannot sign in any more.</summary>
    public sealed record Deactivated : AccessReason;
}

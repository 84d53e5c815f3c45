namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>How the people of a task are found.</summary>
public enum AssigneeKind
{
    /// <summary>The named members.</summary>
    Members,

    /// <summary>Whoever has one of the roles.</summary>
    Role,

    /// <summary>The heads of the named departments or, where none is named, of the initiator's; <see cref="AssigneeRule.Level"/> departments above.</summary>
    DepartmentHeads,

    /// <summary>The initiator's superior, or the one at <see cref="AssigneeRule.Level"/> above him.</summary>
    Superior,

    /// <summary>连续多级主管: the superiors of the initiator one after the other, up to <see cref="AssigneeRule.Level"/> of them.</summary>
    SuperiorChain,

    Initiator,

    /// <summary>发起人自选: whom the initiator chose when he submitted.</summary>
    InitiatorsChoice,

    /// <summary>Whom an earlier approver chose when he decided.</summary>
    ApproversChoice,

    /// <summary>The members in a field of the record, or of a record that it refers to.</summary>
    MemberField,

    /// <summary>The heads of the departments in a field of the record, or of a record that it refers to.</summary>
    DepartmentField,

    /// <summary>What a formula gives: the number of a member, or user names with commas between.</summary>
    Formula,
}

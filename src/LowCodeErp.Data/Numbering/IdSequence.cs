namespace LowCodeErp.Data.Numbering;

/// <summary>The names of the sequences that ids are taken from.</summary>
public static class IdSequence
{
    /// <summary>One for the records of all forms, so that a parent and its lines take theirs together.</summary>
    public const string Record = "record";

    public const string History = "sys_history";

    public const string Audit = "sys_audit";

    public const string Definition = "sys_definition";

    public const string TierRun = "sys_tier_run";

    public const string Comment = "sys_comment";

    public const string File = "sys_file";

    public const string RoleAssignment = "sys_role_assignment";

    public const string HandOver = "sys_hand_over";

    public const string TierChange = "sys_tier_change";

    public const string Session = "sys_session";

    public const string Message = "sys_message";

    public const string FlowInstance = "sys_flow_instance";

    public const string ApiKey = "sys_api_key";
}

namespace LowCodeErp.Data.Model;

/// <summary>The columns of the platform's table of shared records that queries of rights read.</summary>
internal static class ShareTable
{
    public const string Name = "sys_record_share";

    public const string Form = "form";

    public const string RecordId = "record_id";

    public const string MemberId = "member_id";

    public const string MayEdit = "may_edit";

    public const string Until = "until";
}

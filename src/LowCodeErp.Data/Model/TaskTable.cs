namespace LowCodeErp.Data.Model;

/// <summary>The columns of the platform's table of open tasks that queries of rights read.</summary>
internal static class TaskTable
{
    public const string Name = "sys_flow_task";

    public const string InstanceId = "instance_id";

    public const string SeatId = "seat_id";

    public const string Asked = "asked";

    public const string Flow = "flow";

    public const string FlowVersion = "flow_version";

    public const string Block = "block";

    public const string RecordId = "record_id";

    public const string HolderId = "holder_id";
}

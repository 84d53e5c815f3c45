using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FlowRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "flow_version",
                table: "sys_flow_task",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "holder_id",
                table: "sys_flow_task",
                type: "bigint",
                nullable: true);

            // Tasks that are open already.
            migrationBuilder.Sql("UPDATE sys_flow_task SET flow_version = (SELECT i.flow_version FROM sys_flow_instance i WHERE i.id = sys_flow_task.instance_id), holder_id = (SELECT s.holder_id FROM sys_flow_seat s WHERE s.instance_id = sys_flow_task.instance_id AND s.id = sys_flow_task.seat_id)");

            migrationBuilder.AddColumn<long>(
                name: "record_version",
                table: "sys_flow_seat",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "record_version",
                table: "sys_flow_instance",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sys_flow_snapshot",
                columns: table => new
                {
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    record_version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_snapshot", x => new { x.instance_id, x.record_version });
                    table.ForeignKey(
                        name: "fk_sys_flow_snapshot_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_flow_snapshot");

            migrationBuilder.DropColumn(
                name: "flow_version",
                table: "sys_flow_task");

            migrationBuilder.DropColumn(
                name: "holder_id",
                table: "sys_flow_task");

            migrationBuilder.DropColumn(
                name: "record_version",
                table: "sys_flow_seat");

            migrationBuilder.DropColumn(
                name: "record_version",
                table: "sys_flow_instance");
        }
    }
}

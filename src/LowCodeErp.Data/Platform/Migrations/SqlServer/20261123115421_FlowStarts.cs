using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FlowStarts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "depth",
                table: "sys_flow_instance",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sys_flow_schedule",
                columns: table => new
                {
                    flow = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    schedule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    next_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_schedule", x => new { x.flow, x.schedule });
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_start",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    flow = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    depth = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    next_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    chinese = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    english = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_start", x => x.command_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_start_next_at_command_id",
                table: "sys_flow_start",
                columns: new[] { "next_at", "command_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_flow_schedule");

            migrationBuilder.DropTable(
                name: "sys_flow_start");

            migrationBuilder.DropColumn(
                name: "depth",
                table: "sys_flow_instance");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sys_flow_schedule",
                columns: table => new
                {
                    flow = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    schedule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_schedule", x => new { x.flow, x.schedule });
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_start",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flow = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    chinese = table.Column<string>(type: "TEXT", nullable: true),
                    english = table.Column<string>(type: "TEXT", nullable: true)
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

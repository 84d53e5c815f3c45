using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sys_flow_schedule",
                columns: table => new
                {
                    flow = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    schedule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    next_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_schedule", x => new { x.flow, x.schedule });
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_start",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    flow = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    chinese = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    english = table.Column<string>(type: "text", nullable: true, collation: "C")
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

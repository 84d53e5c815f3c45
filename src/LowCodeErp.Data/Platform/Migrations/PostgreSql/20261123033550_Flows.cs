using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Flows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sys_flow_history",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    principal_id = table.Column<long>(type: "bigint", nullable: true),
                    scope_id = table.Column<int>(type: "integer", nullable: true),
                    block = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    seat_id = table.Column<int>(type: "integer", nullable: true),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    details = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_history", x => new { x.instance_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_instance",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    flow = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    flow_version = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    runs_beside_others = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    initiator_id = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    suspended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    choices = table.Column<string>(type: "text", nullable: false),
                    ways_back = table.Column<string>(type: "text", nullable: false),
                    snapshot = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_id = table.Column<int>(type: "integer", nullable: false),
                    running_record_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    cause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    flow_instance_id = table.Column<long>(type: "bigint", nullable: true),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_message", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_message_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_command",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_command", x => x.command_id);
                    table.ForeignKey(
                        name: "fk_sys_flow_command_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_incident",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    scope_id = table.Column<int>(type: "integer", nullable: false),
                    job_id = table.Column<int>(type: "integer", nullable: true),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    chinese = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    english = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resolved_by_id = table.Column<long>(type: "bigint", nullable: true),
                    resolution = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_incident", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_incident_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_job",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    scope_id = table.Column<int>(type: "integer", nullable: true),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_job", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_job_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_scope",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    parent_id = table.Column<int>(type: "integer", nullable: true),
                    block = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    branch = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    expected_children = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    after_id = table.Column<int>(type: "integer", nullable: true),
                    memory = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_scope", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_scope_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_seat",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    scope_id = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    seat_order = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    weight = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    has_veto = table.Column<bool>(type: "boolean", nullable: false),
                    has_fiat = table.Column<bool>(type: "boolean", nullable: false),
                    origin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    added_by_id = table.Column<int>(type: "integer", nullable: true),
                    added_mode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    principal_id = table.Column<long>(type: "bigint", nullable: true),
                    holder_id = table.Column<long>(type: "bigint", nullable: true),
                    seat_group = table.Column<string>(type: "character varying(110)", maxLength: 110, nullable: true, collation: "C"),
                    candidates = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    chain = table.Column<string>(type: "text", nullable: false),
                    delegators = table.Column<string>(type: "text", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    signature_id = table.Column<long>(type: "bigint", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<long>(type: "bigint", nullable: true),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_seat", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_seat_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_task",
                columns: table => new
                {
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    seat_id = table.Column<int>(type: "integer", nullable: false),
                    asked = table.Column<string>(type: "character varying(110)", maxLength: 110, nullable: false, collation: "C"),
                    flow = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    block = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    initiator_id = table.Column<long>(type: "bigint", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_task", x => new { x.instance_id, x.seat_id, x.asked });
                    table.ForeignKey(
                        name: "fk_sys_flow_task_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_timer",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    scope_id = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    seat_id = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    step = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_working_time = table.Column<bool>(type: "boolean", nullable: false),
                    remaining = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_timer", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_timer_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_flow_wait",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<long>(type: "bigint", nullable: false),
                    scope_id = table.Column<int>(type: "integer", nullable: true),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_flow_wait", x => new { x.instance_id, x.id });
                    table.ForeignKey(
                        name: "fk_sys_flow_wait_sys_flow_instance_instance_id",
                        column: x => x.instance_id,
                        principalTable: "sys_flow_instance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_command_instance_id",
                table: "sys_flow_command",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_history_actor_id_at",
                table: "sys_flow_history",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_incident_at",
                table: "sys_flow_incident",
                column: "at",
                filter: "resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_instance_ended_at_id",
                table: "sys_flow_instance",
                columns: new[] { "ended_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_instance_flow_running_record_id",
                table: "sys_flow_instance",
                columns: new[] { "flow", "running_record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_instance_flow_status_id",
                table: "sys_flow_instance",
                columns: new[] { "flow", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_instance_initiator_id_id",
                table: "sys_flow_instance",
                columns: new[] { "initiator_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_instance_record_id_id",
                table: "sys_flow_instance",
                columns: new[] { "record_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_job_next_at",
                table: "sys_flow_job",
                column: "next_at",
                filter: "status = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_seat_decided_by_id_decided_at",
                table: "sys_flow_seat",
                columns: new[] { "decided_by_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_task_asked_opened_at_instance_id_seat_id",
                table: "sys_flow_task",
                columns: new[] { "asked", "opened_at", "instance_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_flow_timer_due_at",
                table: "sys_flow_timer",
                column: "due_at",
                filter: "status = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_sys_message_cause_member_id",
                table: "sys_message",
                columns: new[] { "cause", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_message_flow_instance_id",
                table: "sys_message",
                column: "flow_instance_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_message_member_id_id",
                table: "sys_message",
                columns: new[] { "member_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_flow_command");

            migrationBuilder.DropTable(
                name: "sys_flow_history");

            migrationBuilder.DropTable(
                name: "sys_flow_incident");

            migrationBuilder.DropTable(
                name: "sys_flow_job");

            migrationBuilder.DropTable(
                name: "sys_flow_scope");

            migrationBuilder.DropTable(
                name: "sys_flow_seat");

            migrationBuilder.DropTable(
                name: "sys_flow_task");

            migrationBuilder.DropTable(
                name: "sys_flow_timer");

            migrationBuilder.DropTable(
                name: "sys_flow_wait");

            migrationBuilder.DropTable(
                name: "sys_message");

            migrationBuilder.DropTable(
                name: "sys_flow_instance");
        }
    }
}

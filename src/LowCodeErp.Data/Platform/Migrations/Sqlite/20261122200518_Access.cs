using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "access_version",
                table: "sys_workspace",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sys_absence",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    substitute_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_absence", x => new { x.member_id, x.from_day });
                    table.ForeignKey(
                        name: "fk_sys_absence_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sys_absence_sys_member_substitute_id",
                        column: x => x.substitute_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_api_key",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    can_write = table.Column<bool>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_api_key", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_api_key_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    app = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_hand_over",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    leaver_id = table.Column<long>(type: "INTEGER", nullable: false),
                    leaver_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    successor_id = table.Column<long>(type: "INTEGER", nullable: false),
                    successor_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    was_deactivated = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_hand_over", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_membership",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    department_id = table.Column<long>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    position = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    is_main = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_membership", x => new { x.member_id, x.department_id });
                    table.ForeignKey(
                        name: "fk_sys_membership_sys_department_department_id",
                        column: x => x.department_id,
                        principalTable: "sys_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sys_membership_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_organisation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_password_link",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_password_link", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_sys_password_link_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_record_share",
                columns: table => new
                {
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    shared_by = table.Column<long>(type: "INTEGER", nullable: false),
                    shared_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_record_share", x => new { x.form, x.record_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_sys_record_share_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_reporting_line",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    superior_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_reporting_line", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_sys_reporting_line_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sys_reporting_line_sys_member_superior_id",
                        column: x => x.superior_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_role_assignment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    app = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: true),
                    department_id = table.Column<long>(type: "INTEGER", nullable: true),
                    from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    assigned_by = table.Column<long>(type: "INTEGER", nullable: false),
                    assigned_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_role_assignment", x => x.id);
                    table.CheckConstraint("ck_sys_role_assignment_holder", "(member_id IS NULL AND department_id IS NOT NULL) OR (member_id IS NOT NULL AND department_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_sys_role_assignment_sys_department_department_id",
                        column: x => x.department_id,
                        principalTable: "sys_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sys_role_assignment_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_seal",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    log = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_id = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rows_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_seal", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sys_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    remote_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_session_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "sys_organisation",
                columns: new[] { "id", "stamp" },
                values: new object[] { 1L, "" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_absence_substitute_id",
                table: "sys_absence",
                column: "substitute_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_api_key_hash",
                table: "sys_api_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_api_key_member_id",
                table: "sys_api_key",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_audit_at_id",
                table: "sys_audit",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_audit_form_at_id",
                table: "sys_audit",
                columns: new[] { "form", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_hand_over_leaver_id",
                table: "sys_hand_over",
                column: "leaver_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_membership_department_id",
                table: "sys_membership",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_password_link_hash",
                table: "sys_password_link",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_record_share_member_id_form",
                table: "sys_record_share",
                columns: new[] { "member_id", "form" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_reporting_line_superior_id",
                table: "sys_reporting_line",
                column: "superior_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_role_assignment_department_id",
                table: "sys_role_assignment",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_role_assignment_member_id",
                table: "sys_role_assignment",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_seal_log_from_id",
                table: "sys_seal",
                columns: new[] { "log", "from_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_session_member_id",
                table: "sys_session",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_absence");

            migrationBuilder.DropTable(
                name: "sys_api_key");

            migrationBuilder.DropTable(
                name: "sys_audit");

            migrationBuilder.DropTable(
                name: "sys_hand_over");

            migrationBuilder.DropTable(
                name: "sys_membership");

            migrationBuilder.DropTable(
                name: "sys_organisation");

            migrationBuilder.DropTable(
                name: "sys_password_link");

            migrationBuilder.DropTable(
                name: "sys_record_share");

            migrationBuilder.DropTable(
                name: "sys_reporting_line");

            migrationBuilder.DropTable(
                name: "sys_role_assignment");

            migrationBuilder.DropTable(
                name: "sys_seal");

            migrationBuilder.DropTable(
                name: "sys_session");

            migrationBuilder.DropColumn(
                name: "access_version",
                table: "sys_workspace");
        }
    }
}

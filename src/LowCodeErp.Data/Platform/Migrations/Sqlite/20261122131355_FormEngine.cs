using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ended_in",
                table: "sys_definition",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sys_calendar",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    rest_days = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    holidays_through = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_calendar", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sys_comment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_department",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 2020, nullable: false),
                    trail = table.Column<string>(type: "TEXT", maxLength: 401, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_department", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_department_sys_department_parent_id",
                        column: x => x.parent_id,
                        principalTable: "sys_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_design_draft",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    app = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_design_draft", x => new { x.member_id, x.app });
                    table.ForeignKey(
                        name: "fk_sys_design_draft_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_draft",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    window = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_draft", x => new { x.member_id, x.form, x.record_id, x.window });
                    table.ForeignKey(
                        name: "fk_sys_draft_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_file",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    content = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    is_on_disk = table.Column<bool>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    thumbnail = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<long>(type: "INTEGER", nullable: true),
                    form = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    record_id = table.Column<long>(type: "INTEGER", nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    comment_id = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_file_chunk",
                columns: table => new
                {
                    content = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_file_chunk", x => new { x.content, x.start });
                });

            migrationBuilder.CreateTable(
                name: "sys_kept",
                columns: table => new
                {
                    form = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    table_name = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    column_name = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_kept", x => new { x.form, x.field, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sys_personal_views",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_personal_views", x => new { x.member_id, x.form });
                    table.ForeignKey(
                        name: "fk_sys_personal_views_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_publication",
                columns: table => new
                {
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    app = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<long>(type: "INTEGER", nullable: false),
                    restored_version = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_publication", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "sys_calendar_day",
                columns: table => new
                {
                    calendar = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_working = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    english_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_calendar_day", x => new { x.calendar, x.date });
                    table.ForeignKey(
                        name: "fk_sys_calendar_day_sys_calendar_calendar",
                        column: x => x.calendar,
                        principalTable: "sys_calendar",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sys_comment_form_record_id_id",
                table: "sys_comment",
                columns: new[] { "form", "record_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_department_parent_id",
                table: "sys_department",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_draft_form_record_id",
                table: "sys_draft",
                columns: new[] { "form", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_file_content",
                table: "sys_file",
                column: "content");

            migrationBuilder.CreateIndex(
                name: "ix_sys_file_expires_at",
                table: "sys_file",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_sys_file_form_record_id",
                table: "sys_file",
                columns: new[] { "form", "record_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_calendar_day");

            migrationBuilder.DropTable(
                name: "sys_comment");

            migrationBuilder.DropTable(
                name: "sys_department");

            migrationBuilder.DropTable(
                name: "sys_design_draft");

            migrationBuilder.DropTable(
                name: "sys_draft");

            migrationBuilder.DropTable(
                name: "sys_file");

            migrationBuilder.DropTable(
                name: "sys_file_chunk");

            migrationBuilder.DropTable(
                name: "sys_kept");

            migrationBuilder.DropTable(
                name: "sys_personal_views");

            migrationBuilder.DropTable(
                name: "sys_publication");

            migrationBuilder.DropTable(
                name: "sys_calendar");

            migrationBuilder.DropColumn(
                name: "ended_in",
                table: "sys_definition");
        }
    }
}

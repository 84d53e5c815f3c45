using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
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
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sys_calendar",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    rest_days = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    holidays_through = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_calendar", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sys_comment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    member_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_department",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "character varying(2020)", maxLength: 2020, nullable: false, collation: "C"),
                    trail = table.Column<string>(type: "character varying(401)", maxLength: 401, nullable: false, collation: "C")
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
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    app = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    window = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    content = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    is_on_disk = table.Column<bool>(type: "boolean", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    thumbnail = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<long>(type: "bigint", nullable: true),
                    form = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: true),
                    field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    comment_id = table.Column<long>(type: "bigint", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_file_chunk",
                columns: table => new
                {
                    content = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    start = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_file_chunk", x => new { x.content, x.start });
                });

            migrationBuilder.CreateTable(
                name: "sys_kept",
                columns: table => new
                {
                    form = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    table_name = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C"),
                    column_name = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_kept", x => new { x.form, x.field, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sys_personal_views",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    version = table.Column<long>(type: "bigint", nullable: false),
                    app = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<long>(type: "bigint", nullable: false),
                    restored_version = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_publication", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "sys_calendar_day",
                columns: table => new
                {
                    calendar = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    is_working = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    english_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C")
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

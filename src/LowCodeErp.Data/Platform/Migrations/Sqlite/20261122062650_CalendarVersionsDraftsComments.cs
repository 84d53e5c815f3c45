using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CalendarVersionsDraftsComments : Migration
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
                name: "sys_draft",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_draft", x => new { x.member_id, x.form, x.record_id });
                    table.ForeignKey(
                        name: "fk_sys_draft_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "ix_sys_draft_form_record_id",
                table: "sys_draft",
                columns: new[] { "form", "record_id" });

            migrationBuilder.Sql(
                """
                INSERT INTO sys_publication (version, app, published_at, published_by)
                SELECT version, MIN(app), MIN(published_at), MIN(published_by) FROM sys_definition GROUP BY version
                """);

            migrationBuilder.Sql(
                """
                UPDATE sys_definition SET ended_in = COALESCE(
                    (SELECT MIN(n.version) FROM sys_definition n WHERE n.kind = sys_definition.kind AND n."key" = sys_definition."key" AND n.version > sys_definition.version),
                    (SELECT MAX(w.model_version) FROM sys_workspace w))
                WHERE is_current = 0
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_calendar_day");

            migrationBuilder.DropTable(
                name: "sys_comment");

            migrationBuilder.DropTable(
                name: "sys_draft");

            migrationBuilder.DropTable(
                name: "sys_kept");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PublishedVersions : Migration
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
                name: "sys_kept",
                columns: table => new
                {
                    form = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    field = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    table_name = table.Column<string>(type: "nvarchar(63)", maxLength: 63, nullable: false, collation: "Latin1_General_100_BIN2"),
                    column_name = table.Column<string>(type: "nvarchar(63)", maxLength: 63, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_kept", x => new { x.form, x.field, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sys_publication",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false),
                    app = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    published_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    published_by = table.Column<long>(type: "bigint", nullable: false),
                    restored_version = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_publication", x => x.version);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO sys_publication (version, app, published_at, published_by)
                SELECT version, MIN(app), MIN(published_at), MIN(published_by) FROM sys_definition GROUP BY version
                """);

            migrationBuilder.Sql(
                """
                UPDATE sys_definition SET ended_in = COALESCE(
                    (SELECT MIN(n.version) FROM sys_definition n WHERE n.kind = sys_definition.kind AND n.[key] = sys_definition.[key] AND n.version > sys_definition.version),
                    (SELECT MAX(w.model_version) FROM sys_workspace w))
                WHERE is_current = 0
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_kept");

            migrationBuilder.DropTable(
                name: "sys_publication");

            migrationBuilder.DropColumn(
                name: "ended_in",
                table: "sys_definition");
        }
    }
}

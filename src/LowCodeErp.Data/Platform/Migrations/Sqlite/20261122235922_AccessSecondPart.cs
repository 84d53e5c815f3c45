using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccessSecondPart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "viewed_member_id",
                table: "sys_session",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "viewing_reason",
                table: "sys_session",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "viewing_until",
                table: "sys_session",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_edit",
                table: "sys_record_share",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "last_code_step",
                table: "sys_member",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sys_data_key",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_data_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_protection_key", x => x.name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_data_key");

            migrationBuilder.DropTable(
                name: "sys_protection_key");

            migrationBuilder.DropColumn(
                name: "viewed_member_id",
                table: "sys_session");

            migrationBuilder.DropColumn(
                name: "viewing_reason",
                table: "sys_session");

            migrationBuilder.DropColumn(
                name: "viewing_until",
                table: "sys_session");

            migrationBuilder.DropColumn(
                name: "may_edit",
                table: "sys_record_share");

            migrationBuilder.DropColumn(
                name: "last_code_step",
                table: "sys_member");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.SqlServer
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "viewing_reason",
                table: "sys_session",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "viewing_until",
                table: "sys_session",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_edit",
                table: "sys_record_share",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "last_code_step",
                table: "sys_member",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sys_data_key",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    wrapped = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_data_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MemberViewing : Migration
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
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "viewing_until",
                table: "sys_session",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "viewed_member_id",
                table: "sys_session");

            migrationBuilder.DropColumn(
                name: "viewing_reason",
                table: "sys_session");

            migrationBuilder.DropColumn(
                name: "viewing_until",
                table: "sys_session");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
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

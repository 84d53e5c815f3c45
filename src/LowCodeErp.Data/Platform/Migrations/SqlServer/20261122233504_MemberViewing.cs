using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.SqlServer
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
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "viewing_until",
                table: "sys_session",
                type: "datetime2",
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

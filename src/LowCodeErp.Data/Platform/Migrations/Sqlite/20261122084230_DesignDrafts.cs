using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DesignDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_design_draft");
        }
    }
}

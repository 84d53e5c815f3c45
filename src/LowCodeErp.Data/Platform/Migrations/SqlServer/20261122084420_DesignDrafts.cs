using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.SqlServer
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
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    app = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kept_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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

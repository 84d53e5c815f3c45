using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Departments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_sys_department_parent_id",
                table: "sys_department",
                column: "parent_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_department");
        }
    }
}

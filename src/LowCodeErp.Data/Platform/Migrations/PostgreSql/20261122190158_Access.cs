using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "access_version",
                table: "sys_workspace",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sys_record_share",
                columns: table => new
                {
                    form = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    record_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    shared_by = table.Column<long>(type: "bigint", nullable: false),
                    shared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_record_share", x => new { x.form, x.record_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_sys_record_share_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_role_assignment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    app = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    member_id = table.Column<long>(type: "bigint", nullable: true),
                    department_id = table.Column<long>(type: "bigint", nullable: true),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    assigned_by = table.Column<long>(type: "bigint", nullable: false),
                    assigned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_role_assignment", x => x.id);
                    table.CheckConstraint("ck_sys_role_assignment_holder", "(member_id IS NULL AND department_id IS NOT NULL) OR (member_id IS NOT NULL AND department_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_sys_role_assignment_sys_department_department_id",
                        column: x => x.department_id,
                        principalTable: "sys_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sys_role_assignment_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sys_record_share_member_id_form",
                table: "sys_record_share",
                columns: new[] { "member_id", "form" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_role_assignment_department_id",
                table: "sys_role_assignment",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_role_assignment_member_id",
                table: "sys_role_assignment",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_record_share");

            migrationBuilder.DropTable(
                name: "sys_role_assignment");

            migrationBuilder.DropColumn(
                name: "access_version",
                table: "sys_workspace");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Organisation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sys_absence",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    substitute_id = table.Column<long>(type: "bigint", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_absence", x => new { x.member_id, x.from_day });
                    table.ForeignKey(
                        name: "fk_sys_absence_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sys_absence_sys_member_substitute_id",
                        column: x => x.substitute_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sys_hand_over",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    leaver_id = table.Column<long>(type: "bigint", nullable: false),
                    leaver_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    successor_id = table.Column<long>(type: "bigint", nullable: false),
                    successor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    was_deactivated = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_hand_over", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_membership",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    department_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    is_main = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_membership", x => new { x.member_id, x.department_id });
                    table.ForeignKey(
                        name: "fk_sys_membership_sys_department_department_id",
                        column: x => x.department_id,
                        principalTable: "sys_department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sys_membership_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_organisation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sys_reporting_line",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    superior_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_reporting_line", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_sys_reporting_line_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sys_reporting_line_sys_member_superior_id",
                        column: x => x.superior_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "sys_organisation",
                columns: new[] { "id", "stamp" },
                values: new object[] { 1L, "" });

            migrationBuilder.CreateIndex(
                name: "ix_sys_absence_substitute_id",
                table: "sys_absence",
                column: "substitute_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_hand_over_leaver_id",
                table: "sys_hand_over",
                column: "leaver_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_membership_department_id",
                table: "sys_membership",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_reporting_line_superior_id",
                table: "sys_reporting_line",
                column: "superior_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_absence");

            migrationBuilder.DropTable(
                name: "sys_hand_over");

            migrationBuilder.DropTable(
                name: "sys_membership");

            migrationBuilder.DropTable(
                name: "sys_organisation");

            migrationBuilder.DropTable(
                name: "sys_reporting_line");
        }
    }
}
